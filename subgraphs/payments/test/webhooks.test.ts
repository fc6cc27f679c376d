import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { log } from '@finflow/shared/log';
import { processWebhooks } from '../src/webhook/process-webhooks.ts';
import { issueInvoice, startPayment, type IssuedInvoice } from './support/builders.ts';
import { openTestRoom, type TestRoom } from './support/test-room.ts';

let test: TestRoom;
beforeAll(async () => {
  test = await openTestRoom();
});
afterAll(() => test.close());

async function begin() {
  const invoice = await issueInvoice(test);
  const { payment } = await startPayment(test, invoice);
  const paymentId: string = payment.id;
  return { invoice, paymentId, intentId: test.provider.intentOf(paymentId) };
}

const detail = `query ($id: ID!) { payment(id: $id) {
  status fee { minor } net { decimal } method { kind brand last4 } failure { code message }
  timeline { status cause } } }`;

const show = async ({ owner }: IssuedInvoice, id: string) =>
  (await test.ask(owner, detail, { id })).data.payment;

const topicsOf = async (paymentId: string) =>
  (await test.announced())
    .filter(({ event }) => event.subject === paymentId)
    .map(({ topic }) => topic);

/** Until nothing waits: a notice that failed waits by the clock. */
async function workOff() {
  for (let round = 0; round < 20; round += 1) {
    test.clock.set(new Date(test.clock.now().getTime() + 3_600_000));
    if ((await processWebhooks(test.room)) === 0) return;
  }
  throw new Error('Notices still wait.');
}

describe('a webhook', () => {
  it('completes the payment with method, last four digits and fee, and tells the house once', async () => {
    const { invoice, paymentId, intentId } = await begin();
    test.provider.succeed(intentId);
    expect(await test.post(test.provider.notice('payment_intent.succeeded', intentId))).toBe(200);
    await workOff();
    expect(await show(invoice, paymentId)).toEqual({
      status: 'COMPLETED',
      fee: { minor: '59' },
      net: { decimal: '9.41' },
      method: { kind: 'CARD', brand: 'visa', last4: '4242' },
      failure: null,
      timeline: [
        { status: 'PENDING', cause: 'payment.started' },
        { status: 'COMPLETED', cause: 'payment_intent.succeeded' },
      ],
    });
    expect(await topicsOf(paymentId)).toEqual(['payment_created', 'payment_completed']);
  });

  it.each(['CARD', 'BANK_DEBIT'] as const)('tells how it was paid: %s', async (method) => {
    const { paymentId, intentId } = await begin();
    test.provider.succeed(intentId, method);
    await test.post(test.provider.notice('payment_intent.succeeded', intentId));
    await workOff();
    const told = (await test.announced()).filter(({ event }) => event.subject === paymentId);
    expect(told.at(-1)?.event).toMatchObject({ data: { completedOn: expect.any(String), method } });
  });

  it('is refused and not stored when its signature is wrong', async () => {
    const { intentId } = await begin();
    const { body } = test.provider.notice('payment_intent.succeeded', intentId, `evt_${newId()}`);
    const stored = () => test.sql<{ count: string }>('select count(*) from webhook_inbox');
    const before = await stored();
    expect(await test.post({ body, signature: 'forged' })).toBe(400);
    expect(await test.post({ body, signature: undefined })).toBe(400);
    expect(await stored()).toEqual(before);
  });

  it('leaves a declined payment FAILED with the words of the bank, and lets another card through', async () => {
    const { invoice, paymentId, intentId } = await begin();
    test.provider.decline(intentId, 'ch_1');
    await test.post(test.provider.notice('payment_intent.payment_failed', intentId));
    await workOff();
    expect(await show(invoice, paymentId)).toMatchObject({
      status: 'FAILED',
      failure: { code: 'insufficient_funds', message: 'Your card has insufficient funds.' },
    });
    expect((await startPayment(test, invoice)).payment.id).toBe(paymentId);
    test.provider.decline(intentId, 'ch_2');
    await test.post(test.provider.notice('payment_intent.payment_failed', intentId));
    await workOff();
    test.provider.succeed(intentId);
    await test.post(test.provider.notice('payment_intent.succeeded', intentId));
    await workOff();
    expect(await show(invoice, paymentId)).toMatchObject({ status: 'COMPLETED', failure: null });
    expect(await topicsOf(paymentId)).toEqual([
      'payment_created',
      'payment_failed',
      'payment_failed',
      'payment_completed',
    ]);
  });

  it('may come in any order, late and many times', async () => {
    const { invoice, paymentId, intentId } = await begin();
    const types = [
      'payment_intent.created',
      'payment_intent.requires_action',
      'payment_intent.processing',
      'payment_intent.succeeded',
      'charge.succeeded',
      'charge.updated',
    ];
    test.provider.process(intentId);
    const storm = types.flatMap((type) => {
      const notice = test.provider.notice(type, intentId, `evt_${newId()}`);
      return [notice, notice, test.provider.notice(type, intentId, `evt_${newId()}`)];
    });
    const half = storm.length / 2;
    await Promise.all(storm.slice(half).toReversed().map(test.post));
    await Promise.all([processWebhooks(test.room), processWebhooks(test.room)]);
    expect(await show(invoice, paymentId)).toMatchObject({ status: 'PROCESSING' });
    test.provider.succeed(intentId);
    await Promise.all(storm.map(test.post));
    await Promise.all([processWebhooks(test.room), processWebhooks(test.room)]);
    await workOff();
    expect(await show(invoice, paymentId)).toMatchObject({ status: 'COMPLETED' });
    expect(await topicsOf(paymentId)).toEqual([
      'payment_created',
      'payment_updated',
      'payment_completed',
    ]);
    const outcomes = await test.sql<{ outcome: string }>(
      'select distinct outcome from webhook_inbox where intent_id = $1',
      [intentId],
    );
    const ignored = outcomes.filter(({ outcome }) => !outcome.startsWith('moved'));
    expect(ignored.length).toBeGreaterThan(0);
    for (const { outcome } of ignored) expect(outcome).toMatch(/^ignored\((stale|duplicate)\)$/);
  });

  it('waits while the provider is silent, and is then worked on', async () => {
    const { invoice, paymentId, intentId } = await begin();
    test.provider.succeed(intentId);
    await test.post(test.provider.notice('payment_intent.succeeded', intentId));
    test.provider.down(true);
    await processWebhooks(test.room);
    test.provider.down(false);
    expect(await show(invoice, paymentId)).toMatchObject({ status: 'PENDING' });
    await workOff();
    expect(await show(invoice, paymentId)).toMatchObject({ status: 'COMPLETED' });
  });

  it('can not bring a cancelled payment back, and an operator is told', async () => {
    const { invoice, paymentId, intentId } = await begin();
    await test.provider.cancelIntent(intentId);
    await test.post(test.provider.notice('payment_intent.canceled', intentId));
    await workOff();
    const line = jest.spyOn(log, 'error');
    await test.post(test.provider.notice('payment_intent.succeeded', intentId));
    await workOff();
    expect(line.mock.calls).toHaveLength(1);
    line.mockRestore();
    expect(await show(invoice, paymentId)).toMatchObject({ status: 'CANCELLED' });
  });

  it('of a payment that is not ours is put aside with the reason', async () => {
    const eventId = `evt_${newId()}`;
    await test.post(test.provider.notice('payment_intent.succeeded', 'pi_elsewhere', eventId));
    await workOff();
    expect(
      await test.sql('select outcome from webhook_inbox where event_id = $1', [eventId]),
    ).toEqual([{ outcome: 'ignored(no such payment)' }]);
  });

  it('leaves no card digits in the database in the clear', async () => {
    const { paymentId, intentId } = await begin();
    test.provider.succeed(intentId);
    await test.post(test.provider.notice('payment_intent.succeeded', intentId));
    await workOff();
    const rows = await test.sql<{ row: string }>(
      `select payment::text as row from payment where id = $1
       union all select webhook_inbox::text from webhook_inbox where intent_id = $2
       union all select event::text from outbox where key = $1::text`,
      [paymentId, intentId],
    );
    expect(rows.length).toBeGreaterThan(3);
    const sealedOrId = /v1\.[\w.-]+|[0-9a-f]{8}-[0-9a-f-]{27}/g;
    for (const { row } of rows) expect(row.replaceAll(sealedOrId, '')).not.toContain('4242');
  });

  it('writes neither its body nor a secret into the log, when all goes wrong', async () => {
    const lines = [jest.spyOn(log, 'warn'), jest.spyOn(log, 'error'), jest.spyOn(log, 'info')];
    const { intentId } = await begin();
    test.provider.succeed(intentId);
    const { body, signature } = test.provider.notice('payment_intent.succeeded', intentId);
    await test.post({ body, signature: `${signature}0` });
    await test.post({ body, signature });
    test.provider.down(true);
    await processWebhooks(test.room);
    test.provider.down(false);
    await workOff();
    const written = JSON.stringify(lines.flatMap(({ mock }) => mock.calls));
    for (const line of lines) line.mockRestore();
    expect(written).toContain('webhook waits for another try');
    for (const secret of ['"4242"', `${intentId}_secret`, signature, 'last4']) {
      expect(written).not.toContain(secret);
    }
  });
});
