import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import { processWebhooks } from '../src/webhook/process-webhooks.ts';
import { issueInvoice, startPayment } from './support/builders.ts';
import { openTestRoom, type TestRoom } from './support/test-room.ts';

let test: TestRoom;
beforeAll(async () => {
  test = await openTestRoom();
});
afterAll(() => test.close());

async function begin(timeZone: string) {
  const invoice = await issueInvoice(test, { timeZone });
  const { payment } = await startPayment(test, invoice);
  const paymentId: string = payment.id;
  return { ...invoice, paymentId, intentId: test.provider.intentOf(paymentId) };
}
type Begun = Awaited<ReturnType<typeof begin>>;

/** The provider tells of it at this instant, and it is worked off at once. */
async function notifyAt(instant: string, type: string, { intentId }: Begun) {
  test.clock.set(instant);
  await test.post(test.provider.notice(type, intentId, `evt_${newId()}`));
  await processWebhooks(test.room);
}

const move = ({ organizationId }: Begun, timeZone: string) =>
  test.hear(
    newEvent(
      'organization_updated',
      {
        source: '/auth',
        subject: organizationId,
        organizationId,
        data: { organizationId, name: 'Ada & Co', timeZone },
      },
      test.clock,
    ),
  );

/** The days that were told of a payment, by topic. */
async function daysTold({ paymentId }: Begun) {
  const told = (await test.announced()).filter(({ event }) => event.subject === paymentId);
  const dayOf = (data: object) => Object.entries(data).find(([name]) => name.endsWith('On'))?.[1];
  return told.flatMap(({ topic, event }) => {
    const day = dayOf(event.data);
    return day === undefined ? [] : [[topic, day]];
  });
}

describe('the day of what happens to a payment', () => {
  it.each([
    ['Australia/Sydney', '2026-03-02T13:30:00Z', '2026-03-03'],
    ['America/Los_Angeles', '2026-03-03T07:30:00Z', '2026-03-02'],
    // The clocks there went forward in the night before.
    ['America/Los_Angeles', '2026-03-09T06:59:00Z', '2026-03-08'],
    ['UTC', '2026-03-02T23:59:59Z', '2026-03-02'],
  ])('is the organization’s own: %s at %s', async (timeZone, instant, day) => {
    const begun = await begin(timeZone);
    test.provider.succeed(begun.intentId);
    await notifyAt(instant, 'payment_intent.succeeded', begun);
    expect(await daysTold(begun)).toEqual([['payment_completed', day]]);
  });

  it('is told of a payment that failed, and of a dispute, too', async () => {
    const begun = await begin('Pacific/Auckland');
    test.provider.decline(begun.intentId, 'ch_days');
    await notifyAt('2026-03-02T11:30:00Z', 'payment_intent.payment_failed', begun);
    test.provider.succeed(begun.intentId);
    await notifyAt('2026-03-03T11:30:00Z', 'payment_intent.succeeded', begun);
    test.provider.dispute(begun.intentId, 'OPENED');
    await notifyAt('2026-03-04T11:30:00Z', 'charge.dispute.created', begun);
    expect(await daysTold(begun)).toEqual([
      ['payment_failed', '2026-03-03'],
      ['payment_completed', '2026-03-04'],
      ['payment_disputed', '2026-03-05'],
    ]);
  });

  it('is by the clocks of then: a company that moves changes nothing of what was told', async () => {
    const begun = await begin('Pacific/Auckland');
    test.provider.succeed(begun.intentId);
    await notifyAt('2026-03-02T12:00:00Z', 'payment_intent.succeeded', begun);
    await move(begun, 'America/Los_Angeles');
    test.provider.dispute(begun.intentId, 'OPENED');
    await notifyAt('2026-03-03T05:00:00Z', 'charge.dispute.created', begun);
    await move(begun, 'Moon/Tranquility');
    test.provider.dispute(begun.intentId, 'WON');
    await notifyAt('2026-03-05T05:00:00Z', 'charge.dispute.closed', begun);
    expect(await daysTold(begun)).toEqual([
      ['payment_completed', '2026-03-03'],
      ['payment_disputed', '2026-03-02'],
      ['payment_disputed', '2026-03-04'],
    ]);
  });
});
