import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { newUser } from '@finflow/shared/testing/viewers';
import { reconcile } from '../src/janitor/reconcile.ts';
import { processWebhooks } from '../src/webhook/process-webhooks.ts';
import { invoicePaid, issueInvoice, startPayment, type IssuedInvoice } from './support/builders.ts';
import { openTestRoom, type TestRoom } from './support/test-room.ts';

let test: TestRoom;
beforeAll(async () => {
  test = await openTestRoom();
});
afterAll(() => test.close());
beforeEach(() => test.provider.refundsEnd('COMPLETED'));

async function paid(organizationId = newId()) {
  const invoice = await issueInvoice(test, { organizationId });
  const { payment } = await startPayment(test, invoice);
  const paymentId: string = payment.id;
  const intentId = test.provider.intentOf(paymentId);
  test.provider.succeed(intentId);
  await notify('payment_intent.succeeded', intentId);
  return { invoice, paymentId, intentId };
}

async function notify(type: string, intentId: string) {
  await test.post(test.provider.notice(type, intentId, `evt_${newId()}`));
  await processWebhooks(test.room);
}

const mutation = `mutation ($input: RefundPaymentInput!) { refundPayment(input: $input) {
  __typename
  ... on PaymentRefunded { payment { status amountRefunded { minor } refunds { amount { minor } status } }
    refund { id amount { minor } status reason } }
  ... on Refusal { code field } } }`;

async function refund(
  { owner }: Pick<IssuedInvoice, 'owner'>,
  paymentId: string,
  input: { amountMinor?: string; reason?: string; idempotencyKey?: string } = {},
) {
  const variables = { input: { paymentId, idempotencyKey: newId(), ...input } };
  const { data, errors } = await test.ask(owner, mutation, variables);
  expect(errors).toEqual([]);
  return data.refundPayment;
}

const refundEvents = async (paymentId: string) =>
  (await test.announced())
    .filter(({ topic, event }) => topic === 'payment_refunded' && event.subject === paymentId)
    .map(({ event }) => event.data);

describe('refundPayment', () => {
  it('gives back a part, then the rest, and no cent more', async () => {
    const { invoice, paymentId } = await paid();
    expect(
      await refund(invoice, paymentId, { amountMinor: '400', reason: 'Broken' }),
    ).toMatchObject({
      payment: { status: 'PARTIALLY_REFUNDED', amountRefunded: { minor: '400' } },
      refund: { status: 'COMPLETED', reason: 'Broken' },
    });
    expect(await refund(invoice, paymentId, { amountMinor: '601' })).toEqual({
      __typename: 'InvalidInput',
      code: 'AMOUNT_EXCEEDS_REMAINING',
      field: 'input.amountMinor',
    });
    expect(await refund(invoice, paymentId)).toMatchObject({
      payment: { status: 'REFUNDED', amountRefunded: { minor: '1000' } },
      refund: { amount: { minor: '600' } },
    });
    expect(await refund(invoice, paymentId)).toMatchObject({ code: 'ALREADY_REFUNDED' });
    expect(await refundEvents(paymentId)).toMatchObject([
      { amountMinor: '400', totalRefundedMinor: '400', isFull: false, provider: 'STRIPE' },
      { amountMinor: '600', totalRefundedMinor: '1000', isFull: true },
    ]);
  });

  it('answers the same key with the same refund, and refuses it for another', async () => {
    const { invoice, paymentId } = await paid();
    const idempotencyKey = newId();
    const first = await refund(invoice, paymentId, { amountMinor: '100', idempotencyKey });
    expect(await refund(invoice, paymentId, { amountMinor: '100', idempotencyKey })).toEqual(first);
    expect(await refund(invoice, paymentId, { amountMinor: '200', idempotencyKey })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await refundEvents(paymentId)).toHaveLength(1);
  });

  it("refuses the key of another payment's refund, also for the same amount or all that is left", async () => {
    const organizationId = newId();
    const [first, other] = [await paid(organizationId), await paid(organizationId)];
    const idempotencyKey = newId();
    const input = { amountMinor: '100', idempotencyKey };
    await refund(first.invoice, first.paymentId, input);
    for (const asked of [input, { idempotencyKey }]) {
      expect(await refund(other.invoice, other.paymentId, asked)).toMatchObject({
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
    }
    expect(await refundEvents(first.paymentId)).toHaveLength(1);
    expect(await refundEvents(other.paymentId)).toEqual([]);
  });

  it('answers the same key with the same refusal, when the provider would not or the bank did not', async () => {
    const { invoice, paymentId, intentId } = await paid();
    const input = { amountMinor: '100', idempotencyKey: newId() };
    test.provider.refundsEnd('FAILED');
    for (const _again of [1, 2]) {
      expect(await refund(invoice, paymentId, input)).toMatchObject({ code: 'PROVIDER_REFUSED' });
    }
    const waited = { amountMinor: '200', idempotencyKey: newId() };
    test.provider.refundsEnd('PENDING');
    expect(await refund(invoice, paymentId, waited)).toMatchObject({
      refund: { status: 'PENDING' },
    });
    test.provider.refundsEnd('FAILED');
    await notify('refund.failed', intentId);
    expect(await refund(invoice, paymentId, waited)).toMatchObject({ code: 'PROVIDER_REFUSED' });
    expect(await refundEvents(paymentId)).toEqual([]);
  });

  it('lets one of several payments that are refunded by one key at one moment have it', async () => {
    const organizationId = newId();
    const payments = await Promise.all(Array.from({ length: 6 }, () => paid(organizationId)));
    const idempotencyKey = newId();
    const answers = await Promise.all(
      payments.map(({ paymentId, invoice }) => refund(invoice, paymentId, { idempotencyKey })),
    );
    const refused = answers.filter(({ code }) => code === 'IDEMPOTENCY_KEY_REUSED');
    expect(refused).toHaveLength(payments.length - 1);
  });

  it('never gives back more in two refunds at one moment than was paid', async () => {
    const { invoice, paymentId } = await paid();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => refund(invoice, paymentId, { amountMinor: '600' })),
    );
    const done = answers.filter((answer) => answer.__typename === 'PaymentRefunded');
    expect(done).toHaveLength(1);
    expect(await refundEvents(paymentId)).toHaveLength(1);
  });

  it('keeps no reason of which nothing is seen', async () => {
    const { invoice, paymentId } = await paid();
    expect(
      await refund(invoice, paymentId, { amountMinor: '100', reason: ' \u200b ' }),
    ).toMatchObject({ refund: { reason: null } });
    expect(
      await refund(invoice, paymentId, { amountMinor: '100', reason: ' Broken ' }),
    ).toMatchObject({ refund: { reason: 'Broken' } });
  });

  it('refuses what makes no sense', async () => {
    const { invoice, paymentId } = await paid();
    for (const amountMinor of ['0', '-5']) {
      expect(await refund(invoice, paymentId, { amountMinor })).toMatchObject({
        code: 'AMOUNT_NOT_POSITIVE',
      });
    }
    for (const reason of ['cut in \ud83d', 'a\u0000b']) {
      expect(await refund(invoice, paymentId, { reason })).toMatchObject({
        code: 'BAD_TEXT',
        field: 'input.reason',
      });
    }
    const turned = 'paid to \u202emoc.elpmaxe';
    expect(await refund(invoice, paymentId, { reason: turned })).toMatchObject({
      code: 'TEXT_TURNED',
      field: 'input.reason',
    });
    expect(await refund(invoice, newId())).toMatchObject({ code: 'PAYMENT_NOT_FOUND' });
    expect(await refund({ owner: newUser() }, paymentId)).toMatchObject({
      code: 'PAYMENT_NOT_FOUND',
    });
    const open = await issueInvoice(test);
    const { payment } = await startPayment(test, open);
    expect(await refund(open, payment.id)).toMatchObject({ code: 'NOT_REFUNDABLE' });
  });

  it('stays PENDING while the provider is silent, and the janitor sends it once', async () => {
    const { invoice, paymentId } = await paid();
    test.provider.down(true);
    expect(await refund(invoice, paymentId)).toMatchObject({ refund: { status: 'PENDING' } });
    test.provider.down(false);
    expect(await refund(invoice, paymentId)).toMatchObject({ code: 'ALREADY_REFUNDED' });
    test.clock.set(new Date(test.clock.now().getTime() + 60_000));
    await reconcile(test.room);
    await reconcile(test.room);
    expect(await refundEvents(paymentId)).toMatchObject([{ amountMinor: '1000', isFull: true }]);
  });

  it('that waits for the provider is not forgotten when another moves the payment meanwhile', async () => {
    const { invoice, paymentId, intentId } = await paid();
    test.provider.down(true);
    await refund(invoice, paymentId, { amountMinor: '600' });
    test.provider.down(false);
    test.provider.refundElsewhere(intentId, 250n);
    await notify('charge.refunded', intentId);
    test.clock.set(new Date(test.clock.now().getTime() + 60_000));
    await reconcile(test.room);
    expect(await refundEvents(paymentId)).toMatchObject([
      { amountMinor: '250' },
      { amountMinor: '600' },
    ]);
  });

  it('that the provider ends later is announced when it ends, once', async () => {
    const { invoice, paymentId, intentId } = await paid();
    test.provider.refundsEnd('PENDING');
    expect(await refund(invoice, paymentId)).toMatchObject({ refund: { status: 'PENDING' } });
    expect(await refundEvents(paymentId)).toEqual([]);
    test.provider.refundsEnd('COMPLETED');
    await notify('refund.updated', intentId);
    await notify('charge.refunded', intentId);
    expect(await refundEvents(paymentId)).toHaveLength(1);
  });

  it('that fails at the bank leaves the payment as it was', async () => {
    const { invoice, paymentId, intentId } = await paid();
    test.provider.refundsEnd('PENDING');
    await refund(invoice, paymentId);
    test.provider.refundsEnd('FAILED');
    await notify('refund.failed', intentId);
    expect(await refundEvents(paymentId)).toEqual([]);
    test.provider.refundsEnd('COMPLETED');
    expect(await refund(invoice, paymentId)).toMatchObject({ payment: { status: 'REFUNDED' } });
  });

  it('made at the provider itself is taken over', async () => {
    const { paymentId, intentId } = await paid();
    test.provider.refundElsewhere(intentId, 250n);
    await notify('charge.refunded', intentId);
    await notify('refund.created', intentId);
    expect(await refundEvents(paymentId)).toMatchObject([{ amountMinor: '250', isFull: false }]);
  });

  it('of money taken by hand is a record, without a provider', async () => {
    const invoice = await issueInvoice(test);
    const settlement = { id: newId(), amountMinor: '1000' };
    await test.hear(invoicePaid(invoice, 1000n, settlement));
    const calls = test.provider.calls.length;
    expect(await refund(invoice, settlement.id, { amountMinor: '300' })).toMatchObject({
      payment: { status: 'PARTIALLY_REFUNDED' },
      refund: { status: 'COMPLETED' },
    });
    expect(test.provider.calls).toHaveLength(calls);
    expect(await refundEvents(settlement.id)).toMatchObject([{ provider: 'MANUAL' }]);
  });
});

describe('a dispute', () => {
  const phases = async (paymentId: string) =>
    (await test.announced())
      .filter(({ topic, event }) => topic === 'payment_disputed' && event.subject === paymentId)
      .map(({ event }) => ('phase' in event.data ? event.data.phase : null));

  it('is opened and won once, and stands in the way of a refund meanwhile', async () => {
    const { invoice, paymentId, intentId } = await paid();
    test.provider.dispute(intentId, 'OPENED');
    await notify('charge.dispute.created', intentId);
    await notify('charge.dispute.funds_withdrawn', intentId);
    expect(await refund(invoice, paymentId)).toMatchObject({ code: 'PAYMENT_DISPUTED' });
    test.provider.dispute(intentId, 'WON');
    await notify('charge.dispute.closed', intentId);
    await notify('charge.dispute.created', intentId);
    expect(await phases(paymentId)).toEqual(['OPENED', 'WON']);
    expect(await refund(invoice, paymentId)).toMatchObject({ payment: { status: 'REFUNDED' } });
  });

  it('first heard of when it is lost is still opened first', async () => {
    const { invoice, paymentId, intentId } = await paid();
    test.provider.dispute(intentId, 'LOST');
    await notify('charge.dispute.closed', intentId);
    await notify('charge.dispute.closed', intentId);
    expect(await phases(paymentId)).toEqual(['OPENED', 'LOST']);
    expect(await refund(invoice, paymentId)).toMatchObject({ code: 'PAYMENT_DISPUTED' });
  });
});
