import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { processWebhooks } from '../src/webhook/process-webhooks.ts';
import { pruneNotices } from '../src/webhook/prune-notices.ts';
import { issueInvoice, startPayment } from './support/builders.ts';
import { openTestRoom, type TestRoom } from './support/test-room.ts';

const start = '2026-03-01T10:00:00.000Z';
let test: TestRoom;
beforeAll(async () => {
  test = await openTestRoom();
});
afterAll(() => test.close());

const daysLater = (days: number) => test.clock.set(new Date(Date.parse(start) + days * 86_400_000));

async function paid() {
  test.clock.set(start);
  const invoice = await issueInvoice(test);
  const { payment } = await startPayment(test, invoice);
  const intentId = test.provider.intentOf(payment.id);
  test.provider.succeed(intentId);
  const eventId = `evt_${newId()}`;
  const notice = test.provider.notice('payment_intent.succeeded', intentId, eventId);
  await test.post(notice);
  await processWebhooks(test.room);
  return { paymentId: String(payment.id), eventId, notice };
}

const outcomesOf = async (eventId: string) =>
  (
    await test.sql<{ outcome: string | null }>(
      'select outcome from webhook_inbox where event_id = $1',
      [eventId],
    )
  ).map(({ outcome }) => outcome);

const told = async (paymentId: string) =>
  (await test.announced())
    .filter(({ event }) => event.subject === paymentId)
    .map(({ topic }) => topic);

it('keeps a notice for its days, and forgets it then', async () => {
  const { eventId } = await paid();
  daysLater(29.9);
  expect(await pruneNotices(test.room, 30)).toBe(0);
  expect(await outcomesOf(eventId)).toEqual(['moved(COMPLETED)']);
  daysLater(30.1);
  expect(await pruneNotices(test.room, 30)).toBe(1);
  expect(await outcomesOf(eventId)).toEqual([]);
});

it('takes one that comes again after it was forgotten for a hint, and moves no money by it', async () => {
  const { paymentId, eventId, notice } = await paid();
  daysLater(31);
  await pruneNotices(test.room, 30);
  const before = await told(paymentId);
  await test.post(notice);
  await processWebhooks(test.room);
  expect(await outcomesOf(eventId)).toEqual([expect.stringMatching(/^ignored/)]);
  expect(await told(paymentId)).toEqual(before);
  expect(before).toEqual(['payment_created', 'payment_completed']);
});

it('never forgets one that still waits', async () => {
  test.clock.set(start);
  const eventId = `evt_${newId()}`;
  await test.post(test.provider.notice('payment_intent.succeeded', 'pi_waits', eventId));
  daysLater(400);
  await pruneNotices(test.room, 30);
  expect(await outcomesOf(eventId)).toEqual([null]);
});

it('takes a thousand at a time', async () => {
  daysLater(400);
  while ((await pruneNotices(test.room, 30)) > 0);
  await test.sql(
    `insert into webhook_inbox (id, provider, event_id, type, payload_sealed, received_at,
       processed_at, next_attempt_at)
     select gen_random_uuid(), 'STRIPE', 'evt_many_' || number, 'charge.updated', $2, $1, $1, $1
     from generate_series(1, 1001) as number`,
    [start, test.room.cipher.encrypt('{}', 'any')],
  );
  expect(await pruneNotices(test.room, 30)).toBe(1000);
  expect(await pruneNotices(test.room, 30)).toBe(1);
  expect(await pruneNotices(test.room, 30)).toBe(0);
});
