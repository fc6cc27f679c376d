import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { reconcile } from '../src/janitor/reconcile.ts';
import { startPayment } from '../src/payment/start-payment.service.ts';
import { refundPayment } from '../src/refund/refund-payment.service.ts';
import { processWebhooks } from '../src/webhook/process-webhooks.ts';
import { issueInvoice, type IssuedInvoice } from './support/builders.ts';
import { Crash, dyingRoom, type Doom } from './support/dying-room.ts';
import { openTestRoom, type TestRoom } from './support/test-room.ts';

let test: TestRoom;
beforeAll(async () => {
  test = await openTestRoom();
});
afterAll(() => test.close());

/** Dies at one step; the process that comes after it knows nothing of it. True when it came so far. */
async function dies(doom: Doom, work: (room: TestRoom['room']) => Promise<unknown>) {
  const { room, hasDied } = dyingRoom(test.room, doom);
  try {
    await work(room);
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
  return hasDied();
}

const later = () => test.clock.set(new Date(test.clock.now().getTime() + 3_600_000));

async function recover() {
  for (let round = 0; round < 3; round += 1) {
    later();
    await processWebhooks(test.room);
    await reconcile(test.room);
  }
}

const paymentsOf = (invoice: IssuedInvoice) =>
  test.sql<{ id: string; status: string; refunded_minor: string }>(
    'select id, status, refunded_minor from payment where invoice_id = $1',
    [invoice.invoiceId],
  );

const told = async (paymentId: string) =>
  (await test.announced())
    .filter(({ event }) => event.subject === paymentId)
    .map(({ topic }) => topic);

/** Every step before which, and after which, a process can end. */
const everyDoom = (steps: number): Doom[] =>
  Array.from({ length: steps }, (_, step) => step).flatMap((step) => [
    { step, when: 'before' as const },
    { step, when: 'after' as const },
  ]);

describe('a process that dies', () => {
  it('anywhere in starting a payment loses nothing and starts no second one', async () => {
    let crashes = 0;
    for (const doom of everyDoom(4)) {
      const invoice = await issueInvoice(test);
      const { organizationId, invoiceId } = invoice;
      const request = { invoiceId, idempotencyKey: newId() };
      const start = (room: TestRoom['room']) =>
        inOrganization(organizationId, () => startPayment(room, request));
      if (await dies(doom, start)) crashes += 1;
      await start(test.room);
      const [payment, ...others] = await paymentsOf(invoice);
      expect(others).toEqual([]);
      const atProvider = test.provider.intents().filter((i) => i.paymentId === payment?.id);
      expect(atProvider).toHaveLength(1);
      expect(await told(payment?.id ?? '')).toEqual(['payment_created']);
    }
    expect(crashes).toBeGreaterThanOrEqual(5);
  });

  it('anywhere in working on a webhook completes the payment once', async () => {
    let crashes = 0;
    for (const doom of everyDoom(3)) {
      const { invoice, intentId } = await begun();
      test.provider.succeed(intentId);
      await test.post(test.provider.notice('payment_intent.succeeded', intentId, `evt_${newId()}`));
      if (await dies(doom, processWebhooks)) crashes += 1;
      await recover();
      const [payment] = await paymentsOf(invoice);
      expect(payment?.status).toBe('COMPLETED');
      expect(await told(payment?.id ?? '')).toEqual(['payment_created', 'payment_completed']);
    }
    expect(crashes).toBeGreaterThanOrEqual(2);
  });

  it('anywhere in a refund gives the money back once', async () => {
    let crashes = 0;
    for (const doom of everyDoom(4)) {
      const { invoice, intentId } = await begun();
      test.provider.succeed(intentId);
      await test.post(test.provider.notice('payment_intent.succeeded', intentId, `evt_${newId()}`));
      await processWebhooks(test.room);
      const [payment] = await paymentsOf(invoice);
      const paymentId = payment?.id ?? '';
      const request = { paymentId, amountMinor: 400n, reason: null, idempotencyKey: newId() };
      const refund = (room: TestRoom['room']) =>
        inOrganization(invoice.organizationId, () => refundPayment(room, request));
      if (await dies(doom, refund)) crashes += 1;
      await recover();
      await refund(test.room);
      expect(await paymentsOf(invoice)).toMatchObject([
        { status: 'PARTIALLY_REFUNDED', refunded_minor: '400' },
      ]);
      expect((await told(paymentId)).filter((topic) => topic === 'payment_refunded')).toHaveLength(
        1,
      );
      expect(await test.provider.listRefunds(intentId)).toHaveLength(1);
    }
    expect(crashes).toBeGreaterThanOrEqual(5);
  });
});

async function begun() {
  const invoice = await issueInvoice(test);
  const { organizationId, invoiceId } = invoice;
  const started = await inOrganization(organizationId, () =>
    startPayment(test.room, { invoiceId, idempotencyKey: newId() }),
  );
  if ('refused' in started) throw new Error(started.code);
  return { invoice, intentId: test.provider.intentOf(started.payment.id) };
}
