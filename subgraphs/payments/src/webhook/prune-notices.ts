import type { Room } from '../room.ts';

const batchSize = 1_000;
const dayMs = 86_400_000;

/**
 * Forgets notices that were worked off so many days ago, a thousand at most. The provider sends none again by then; and one that did come
 * would be a hint like any other: the provider is asked how the payment stands, and nothing changes.
 * @returns how many; zero when none is left
 */
export async function pruneNotices(
  { ownerDatabase, clock }: Pick<Room, 'ownerDatabase' | 'clock'>,
  keptDays: number,
): Promise<number> {
  const before = new Date(clock.now().getTime() - keptDays * dayMs);
  const gone: unknown[] = await ownerDatabase.em.fork().execute(deleteOldest, [before, batchSize]);
  return gone.length;
}

/** What still waits was not worked off: it stays, however old it is. */
const deleteOldest = `
  delete from webhook_inbox where id in (
    select id from webhook_inbox where processed_at < ?
    order by processed_at limit ? for update skip locked)
  returning id`;
