import type { Bus, Delivery } from '@finflow/shared/bus/bus';
import { hasRead, nearest, type Place, within } from '@finflow/shared/bus/place';
import { log } from '@finflow/shared/log';
import { type FeedField, topicsOf } from './feeds.ts';
import { tellsOf, type Told, toTold } from './told.ts';

/** Whoever wants to be told what a feed was to tell of an organization after a place. */
export type Resumption = {
  readonly organizationId: string;
  readonly field: FeedField;
  readonly after: Place;
};

/** Where a process stands that hears the log. */
export type Standing = {
  /** Counts what it heard. */
  readonly sequence: number;
  readonly place: Place;
};

/** What was missed up to where the process stood; what it heard after that is not in it. Null: that can't be told. */
export type Replayed = { readonly missed: readonly Told[] | null; readonly upTo: Standing };

export type LogReplayOptions = {
  readonly bus: Bus;
  readonly now: () => Standing;
  /** Events of one feed and organization. */
  readonly maxReplayed: number;
  /** Messages that are looked through, whosever they are. */
  readonly maxRead: number;
};

type Waiting = Resumption & { readonly resolve: (replayed: Replayed) => void };

/**
 * Reads the log for those who come back: one reading at a time, and the next for all who have asked meanwhile. After a restart everybody comes
 * back at once and wants nearly the same, so two readings do for all of them.
 */
export function createLogReplay(options: LogReplayOptions) {
  let waiting: Waiting[] = [];
  let isReading = false;

  async function readAll(): Promise<void> {
    while (waiting.length > 0) {
      const together = waiting;
      waiting = [];
      await replay(options, together);
    }
    isReading = false;
  }

  return (resumption: Resumption): Promise<Replayed> =>
    new Promise((resolve) => {
      waiting.push({ ...resumption, resolve });
      if (isReading) return;
      isReading = true;
      void readAll();
    });
}

/** Reads for several at once. If that is more than may be read, for each half of them: who was away for long spoils it for nobody else. */
async function replay(options: LogReplayOptions, together: readonly Waiting[]): Promise<void> {
  const upTo = options.now();
  const events = await read(options, together, upTo.place);
  if (!events && together.length > 1) {
    const byAge = together.toSorted((a, b) => (sumOf(a.after) < sumOf(b.after) ? -1 : 1));
    const half = Math.ceil(together.length / 2);
    await replay(options, byAge.slice(half));
    return replay(options, byAge.slice(0, half));
  }
  for (const { organizationId, field, after, resolve } of together) {
    const missed = events
      ?.get(organizationId)
      ?.filter((told) => tellsOf(told, field) && !hasRead(after, told.at));
    const isTooMuch = (missed?.length ?? 0) > options.maxReplayed;
    resolve({ missed: events && !isTooMuch ? (missed ?? []) : null, upTo });
  }
}

/** By organization; null when it can't all be read. */
async function read(
  { bus, maxRead }: LogReplayOptions,
  together: readonly Waiting[],
  now: Place,
): Promise<Map<string, Told[]> | null> {
  const topics = [...new Set(together.flatMap(({ field }) => topicsOf[field]))];
  try {
    const found = await bus.between({
      topics,
      from: together.map(({ after }) => after).reduce(nearest),
      to: within(now, topics),
      maxMessages: maxRead,
      organizationIds: new Set(together.map(({ organizationId }) => organizationId)),
    });
    return found && byOrganization(found);
  } catch (error) {
    log.warn('the log could not be read for who came back', { error });
    return null;
  }
}

function byOrganization(found: readonly Delivery[]): Map<string, Told[]> {
  const told = new Map<string, Told[]>();
  const seen = new Set<string>();
  for (const delivery of found) {
    if (delivery.kind !== 'event' || seen.has(delivery.event.id)) continue;
    seen.add(delivery.event.id);
    const one = toTold(delivery.event, delivery.at);
    if (!one) continue;
    const siblings = told.get(one.organizationId) ?? [];
    siblings.push(one);
    told.set(one.organizationId, siblings);
  }
  return told;
}

/** Grows as a place moves on. */
const sumOf = (place: Place): bigint =>
  Object.values(place)
    .flat()
    .reduce((sum, offset) => sum + offset, 0n);
