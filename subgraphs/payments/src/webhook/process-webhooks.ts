import { inOrganization } from '@finflow/shared/database/tenancy';
import { log } from '@finflow/shared/log';
import { settlePayment } from '../payment/settle-payment.service.ts';
import type { Room } from '../room.ts';

type Claimed = {
  readonly id: string;
  readonly type: string;
  readonly intent_id: string | null;
  readonly payment_id: string | null;
  readonly attempts: number;
};

const batchSize = 40;
const workers = 4;
/** Who claims a notice has this long; after a crash somebody else takes it up. */
const leaseMs = 60_000;
const longestWaitMs = 3_600_000;

/** Works through the notices that wait, once each. Returns how many were taken up; those that failed wait and come again. */
export async function processWebhooks(room: Room): Promise<number> {
  const claimed = await claim(room);
  const queue = [...claimed];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await processOne(room, next);
  };
  await Promise.all(Array.from({ length: workers }, work));
  return claimed.length;
}

async function claim({ ownerDatabase, clock }: Room): Promise<Claimed[]> {
  const now = clock.now();
  const rows: unknown = await ownerDatabase.em
    .fork()
    .execute(claimWaiting, [new Date(now.getTime() + leaseMs), now, batchSize]);
  return rows as Claimed[]; // The statement below returns just these columns.
}

const claimWaiting = `
  update webhook_inbox set attempts = attempts + 1, next_attempt_at = ?
  where id in (
    select id from webhook_inbox
    where processed_at is null and next_attempt_at <= ?
    order by received_at, id limit ? for update skip locked)
  returning id, type, intent_id, payment_id, attempts`;

async function processOne(room: Room, notice: Claimed): Promise<void> {
  try {
    await finish(room, notice.id, await handle(room, notice));
  } catch (error) {
    log.warn('webhook waits for another try', { webhookId: notice.id, type: notice.type, error });
    await postpone(room, notice);
  }
}

/** A notice names a payment and the kind of change; what it is now, the provider is asked. */
async function handle(room: Room, notice: Claimed): Promise<string> {
  if (!/^(payment_intent|charge|refund)\./.test(notice.type)) return 'ignored(not of interest)';
  const payment = await findPayment(room, notice);
  if (!payment) return 'ignored(no such payment)';
  const { outcome } = await inOrganization(payment.organization_id, () =>
    settlePayment(room, payment.id, {
      cause: notice.type,
      withRefunds: notice.type.includes('refund'),
      withDisputes: notice.type.includes('dispute'),
    }),
  );
  return /moved|refund|dispute/.test(outcome) ? outcome : `ignored(${outcome})`;
}

type Found = { readonly id: string; readonly organization_id: string };

/** Whose payment it is, only the owner can see. */
async function findPayment({ ownerDatabase }: Room, notice: Claimed): Promise<Found | null> {
  const rows: unknown = await ownerDatabase.em
    .fork()
    .execute(findByEither, [notice.intent_id, notice.payment_id, notice.intent_id]);
  return (rows as Found[])[0] ?? null;
}

/** The intent's id decides; metadata only help while that isn't stored yet. */
const findByEither = `
  select id, organization_id from payment
  where provider_intent_id = ? or (id = ?::uuid and provider_intent_id is null)
  order by provider_intent_id = ? desc nulls last limit 1`;

async function finish({ ownerDatabase, clock }: Room, id: string, outcome: string): Promise<void> {
  await ownerDatabase.em
    .fork()
    .execute('update webhook_inbox set processed_at = ?, outcome = ? where id = ?', [
      clock.now(),
      outcome.slice(0, 255),
      id,
    ]);
}

async function postpone(room: Room, { id, attempts }: Claimed): Promise<void> {
  const waitMs = Math.min(250 * 2 ** Math.min(attempts, 20), longestWaitMs);
  const at = new Date(room.clock.now().getTime() + waitMs * (0.8 + 0.4 * room.random()));
  await room.ownerDatabase.em
    .fork()
    .execute('update webhook_inbox set next_attempt_at = ? where id = ?', [at, id]);
}
