import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { until } from '@finflow/shared/testing/until';
import { openPaymentsHouse, type PaymentsHouse } from './payments/payments-house.ts';

let house: PaymentsHouse;
beforeAll(async () => {
  house = await openPaymentsHouse();
}, 30_000);
afterAll(() => house.close());
beforeEach(() => {
  house.sandbox.knobs.reset();
  house.sandbox.knobs.set({ webhookRetryMs: 50 });
});

type Begun = Awaited<ReturnType<PaymentsHouse['begin']>>;

const detail = `query ($id: ID!) { payment(id: $id) { status fee { minor } amountRefunded { minor }
  method { kind brand last4 } failure { code message } timeline { status cause } } }`;

const show = async ({ owner, paymentId }: Begun) =>
  (await house.ask(owner, detail, { id: paymentId })).payment;

const reaches = (begun: Begun, status: string) =>
  until(async () => {
    const payment = await show(begun);
    return payment.status === status && payment;
  });

/** Like the card form: the payer's browser confirms at Stripe itself. A decline throws there. */
const pay = ({ intentId }: Begun, method: string) =>
  house.stripe.paymentIntents
    .confirm(intentId, { payment_method: method, return_url: 'https://finflow.test/pay' })
    .catch((error: unknown) => error);

const announced = async (begun: Begun, topics: readonly string[]) => {
  await until(() => house.published(begun.paymentId).length >= topics.length);
  expect(house.published(begun.paymentId)).toEqual(topics);
};

const refund = async ({ owner, paymentId }: Begun, amountMinor?: string) => {
  const mutation = `mutation ($input: RefundPaymentInput!) { refundPayment(input: $input) {
    ... on PaymentRefunded { refund { status } } ... on Refusal { code } } }`;
  const input = { paymentId, idempotencyKey: newId(), ...(amountMinor && { amountMinor }) };
  return (await house.ask(owner, mutation, { input })).refundPayment;
};

describe('a payment by the official SDK', () => {
  it('succeeds: card, fee and status arrive by the webhook', async () => {
    const begun = await house.begin();
    await pay(begun, 'pm_card_visa');
    expect(await reaches(begun, 'COMPLETED')).toMatchObject({
      fee: { minor: '59' },
      method: { kind: 'CARD', brand: 'visa', last4: '4242' },
    });
    await announced(begun, ['payment_created', 'payment_completed']);
  });

  it('is declined in the words of the bank, and goes on with another card', async () => {
    const begun = await house.begin();
    await pay(begun, 'pm_card_chargeDeclinedInsufficientFunds');
    expect(await reaches(begun, 'FAILED')).toMatchObject({
      failure: { code: 'insufficient_funds', message: expect.stringContaining('insufficient') },
    });
    await pay(begun, 'pm_card_visa');
    await reaches(begun, 'COMPLETED');
    await announced(begun, ['payment_created', 'payment_failed', 'payment_completed']);
  });

  it('waits for the holder of the card, and for a bank that takes days', async () => {
    const card = await house.begin();
    await pay(card, 'pm_card_authenticationRequired');
    await reaches(card, 'REQUIRES_ACTION');
    house.sandbox.control.completeAuthentication(card.intentId);
    await reaches(card, 'COMPLETED');

    const debit = await house.begin();
    await pay(debit, 'pm_sepaDebit_success');
    await reaches(debit, 'PROCESSING');
    house.sandbox.control.succeedProcessing(debit.intentId);
    expect(await reaches(debit, 'COMPLETED')).toMatchObject({ method: { kind: 'BANK_DEBIT' } });
    await announced(debit, ['payment_created', 'payment_updated', 'payment_completed']);
  });

  it('survives webhooks that come three times, late and shuffled', async () => {
    house.sandbox.knobs.set({ duplicate: 2, delayMs: 30, reorder: 6 });
    const begun = await house.begin();
    await pay(begun, 'pm_card_chargeDeclined');
    await pay(begun, 'pm_card_authenticationRequired');
    house.sandbox.control.completeAuthentication(begun.intentId);
    await reaches(begun, 'COMPLETED');
    expect(await refund(begun, '400')).toEqual({ refund: { status: 'COMPLETED' } });
    await house.sandbox.delivered();
    const waiting = 'select count(*)::int as left from webhook_inbox where processed_at is null';
    await until(async () => (await house.sql<{ left: number }>(waiting))[0]?.left === 0);
    expect(await show(begun)).toMatchObject({
      status: 'PARTIALLY_REFUNDED',
      amountRefunded: { minor: '400' },
    });
    const topics = house.published(begun.paymentId);
    expect(topics.filter((topic) => topic === 'payment_completed')).toHaveLength(1);
    expect(topics.filter((topic) => topic === 'payment_refunded')).toHaveLength(1);
  });

  it('is one payment at Stripe, though the answer to its creation was lost', async () => {
    house.sandbox.knobs.set({ failAfterCommit: 1 });
    const begun = await house.begin();
    const { data } = await house.stripe.paymentIntents.list({ limit: 100 });
    const ours = data.filter(({ metadata }) => metadata['paymentId'] === begun.paymentId);
    expect(ours).toHaveLength(1);
  });

  it('is found out by asking when every webhook was lost', async () => {
    house.sandbox.knobs.set({ drop: 100 });
    const begun = await house.begin();
    await pay(begun, 'pm_card_visa');
    await house.sql('update payment set next_check_at = now() where id = $1', [begun.paymentId]);
    const payment = await reaches(begun, 'COMPLETED');
    expect(payment.timeline.at(-1)).toEqual({ status: 'COMPLETED', cause: 'janitor' });
  });

  it('is disputed, and the dispute lost', async () => {
    const begun = await house.begin();
    await pay(begun, 'pm_card_visa');
    await reaches(begun, 'COMPLETED');
    const charges = await house.stripe.charges.list({ payment_intent: begun.intentId });
    const dispute = house.sandbox.control.openDispute(charges.data[0]?.id ?? '');
    await reaches(begun, 'DISPUTED');
    expect(await refund(begun)).toEqual({ code: 'PAYMENT_DISPUTED' });
    house.sandbox.control.closeDispute(dispute.id, 'lost');
    await announced(begun, [
      'payment_created',
      'payment_completed',
      'payment_disputed',
      'payment_disputed',
    ]);
  });

  it('is refunded in Stripe’s dashboard, and we take it over', async () => {
    const begun = await house.begin();
    await pay(begun, 'pm_card_visa');
    await reaches(begun, 'COMPLETED');
    await house.stripe.refunds.create({ payment_intent: begun.intentId, amount: 300 });
    expect(await reaches(begun, 'PARTIALLY_REFUNDED')).toMatchObject({
      amountRefunded: { minor: '300' },
    });
    expect(await refund(begun)).toEqual({ refund: { status: 'COMPLETED' } });
    await reaches(begun, 'REFUNDED');
  });

  it('of too little is refused in Stripe’s words, and leaves no attempt open', async () => {
    expect(await house.attempt({ minor: 1n, currency: 'EUR' })).toMatchObject({
      code: 'PAYMENT_NOT_POSSIBLE',
      message: expect.stringContaining('at least'),
    });
    const open = `select id from payment where amount_minor = 1 and status <> 'CANCELLED'`;
    expect(await house.sql(open)).toEqual([]);
  });

  // Half of a sum of yen is no whole one; dinars have a third decimal. The fee of a dispute is 15 of the currency.
  it.each([
    { currency: 'JPY', minor: 12_345n, fee: '388', part: '2345', disputeFee: '15' },
    { currency: 'KWD', minor: 12_340n, fee: '390', part: '2340', disputeFee: '15000' },
  ])(
    'of $currency is paid, refunded in part and disputed in its own minor units',
    async ({ currency, minor, fee, part, disputeFee }) => {
      const begun = await house.begin({ minor, currency });
      await pay(begun, 'pm_card_visa');
      expect(await reaches(begun, 'COMPLETED')).toMatchObject({ fee: { minor: fee } });
      expect(await refund(begun, part)).toEqual({ refund: { status: 'COMPLETED' } });
      expect(await reaches(begun, 'PARTIALLY_REFUNDED')).toMatchObject({
        amountRefunded: { minor: part },
      });
      const charges = await house.stripe.charges.list({ payment_intent: begun.intentId });
      const charge = charges.data[0];
      expect(charge).toMatchObject({ amount: Number(minor), amount_refunded: Number(part) });
      const dispute = house.sandbox.control.openDispute(charge?.id ?? '');
      await reaches(begun, 'DISPUTED');
      house.sandbox.control.closeDispute(dispute.id, 'lost');
      await until(() => house.events(begun.paymentId, 'payment_disputed').length === 2);
      expect(house.events(begun.paymentId, 'payment_disputed')[0]).toMatchObject({
        currency,
        amountMinor: String(minor - BigInt(part)),
        feeMinor: disputeFee,
      });
    },
  );

  it('gives back no amount of dinars that cards can not take, and keeps no try of it', async () => {
    const begun = await house.begin({ minor: 12_340n, currency: 'KWD' });
    await pay(begun, 'pm_card_visa');
    await reaches(begun, 'COMPLETED');
    const before = await show(begun);
    expect(await refund(begun, '5')).toEqual({ code: 'AMOUNT_NOT_SUPPORTED' });
    expect(await show(begun)).toEqual(before);
    const tries = 'select id from refund where payment_id = $1';
    expect(await house.sql(tries, [begun.paymentId])).toEqual([]);
    expect(await house.attempt({ minor: 12_345n, currency: 'KWD' })).toEqual({
      code: 'PAYMENT_NOT_POSSIBLE',
      message: "This can't be paid here. Cards take three decimals only where the last one is 0.",
    });
  });
});

it('takes no webhook that Stripe did not sign', async () => {
  const body = JSON.stringify({ id: 'evt_forged', type: 'payment_intent.succeeded' });
  const headers = { 'stripe-signature': 't=1,v1=00' };
  const response = await fetch(house.webhookUrl, { method: 'POST', body, headers });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: { code: 'INVALID_SIGNATURE' } });
});
