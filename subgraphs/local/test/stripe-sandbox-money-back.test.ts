import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type Stripe from 'stripe';
import { type Arranged, arrange, refusalOf } from './stripe-sandbox/arrange.ts';

let arranged: Arranged;
let stripe: Stripe;

beforeAll(async () => {
  arranged = await arrange();
  stripe = arranged.stripe;
});
afterAll(() => arranged.close());

/** A paid intent of 20.00, booked at once. */
async function paid(paymentMethod = 'pm_card_visa', amount = 2000) {
  const intent = await stripe.paymentIntents.create({
    amount,
    currency: 'eur',
    confirm: true,
    payment_method: paymentMethod,
    capture_method: 'automatic',
  });
  if (typeof intent.latest_charge !== 'string') throw new Error('not charged');
  return { id: intent.id, charge: intent.latest_charge };
}

const typesAbout = async (id: string) => {
  await arranged.sandbox.delivered();
  return arranged.receiver.events
    .filter((event) => JSON.stringify(event.data.object).includes(id))
    .map((event) => event.type);
};

/** Net movement of the balance by the objects with these ids. */
async function netOf(...sources: string[]): Promise<number> {
  const rows = await Promise.all(
    sources.map((source) => stripe.balanceTransactions.list({ source })),
  );
  return rows.flatMap((page) => page.data).reduce((sum, row) => sum + row.net, 0);
}

describe('a refund', () => {
  it('can be given in parts until nothing is left', async () => {
    const { id, charge } = await paid();
    const first = await stripe.refunds.create({ payment_intent: id, amount: 500 });
    expect(first).toMatchObject({ status: 'succeeded', amount: 500, charge, payment_intent: id });
    expect(await stripe.charges.retrieve(charge)).toMatchObject({
      amount_refunded: 500,
      refunded: false,
    });
    const rest = await stripe.refunds.create({ charge, reason: 'requested_by_customer' });
    expect(rest.amount).toBe(1500);
    const after = await stripe.charges.retrieve(charge, { expand: ['refunds'] });
    expect(after).toMatchObject({ amount_refunded: 2000, refunded: true });
    expect(after.refunds?.data.map((refund) => refund.amount)).toEqual([1500, 500]);
    expect(await refusalOf(stripe.refunds.create({ charge }))).toMatchObject({
      statusCode: 400,
      code: 'charge_already_refunded',
    });
    expect(await netOf(charge, first.id, rest.id)).toBe(-88);
    const types = await typesAbout(charge);
    expect(types.filter((type) => type === 'charge.refunded')).toHaveLength(2);
    expect(types.filter((type) => type === 'refund.created')).toHaveLength(2);
  });

  it('is never more than what is left, and then changes nothing', async () => {
    const { charge } = await paid();
    await stripe.refunds.create({ charge, amount: 1500 });
    const refusal = await refusalOf(stripe.refunds.create({ charge, amount: 501 }));
    expect(refusal).toMatchObject({
      statusCode: 400,
      param: 'amount',
      message: 'Refund amount (€5.01) is greater than unrefunded amount on charge (€5.00)',
    });
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 1500 });
  });

  it('needs a successful charge', async () => {
    const intent = await stripe.paymentIntents.create({ amount: 900, currency: 'eur' });
    const refusal = await refusalOf(stripe.refunds.create({ payment_intent: intent.id }));
    expect(refusal).toMatchObject({ code: 'payment_intent_unexpected_state' });
  });

  it('that is slow at the bank ends by refund.updated', async () => {
    const { charge } = await paid('pm_card_pendingRefund');
    const refund = await stripe.refunds.create({ charge });
    expect(refund.status).toBe('pending');
    arranged.sandbox.control.advance(3_600_000);
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'succeeded' });
    expect(await typesAbout(refund.id)).toContain('refund.updated');
  });

  it('that the bank sends back fails and can be given again', async () => {
    const { charge } = await paid('pm_card_refundFail');
    const refund = await stripe.refunds.create({ charge });
    arranged.sandbox.control.advance(3_600_000);
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'failed' });
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 0 });
    expect(await typesAbout(refund.id)).toContain('refund.failed');
    expect(await netOf(charge, refund.id)).toBe(2000 - 88);
  });
});

describe('a dispute', () => {
  it('follows the success of card …0259 and takes the money with a fee', async () => {
    const { id, charge } = await paid('pm_card_createDispute');
    expect((await stripe.disputes.list({ payment_intent: id })).data).toEqual([]);
    arranged.sandbox.control.advance(60_000);
    const [dispute] = (await stripe.disputes.list({ charge })).data;
    expect(dispute).toMatchObject({
      amount: 2000,
      reason: 'fraudulent',
      status: 'needs_response',
      balance_transactions: [{ amount: -2000, fee: 1500, net: -3500 }],
    });
    expect(await refusalOf(stripe.refunds.create({ charge }))).toMatchObject({
      code: 'charge_disputed',
    });
    expect(await typesAbout(dispute?.id ?? '?')).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
    ]);
  });

  it('that is won brings the money back, but not the fee', async () => {
    const { charge } = await paid();
    const dispute = arranged.sandbox.control.openDispute(charge);
    const closed = arranged.sandbox.control.closeDispute(dispute.id, 'won');
    expect(closed.status).toBe('won');
    expect(await netOf(charge, dispute.id)).toBe(2000 - 88 - 1500);
    expect(await typesAbout(dispute.id)).toEqual(
      expect.arrayContaining(['charge.dispute.funds_reinstated', 'charge.dispute.closed']),
    );
  });

  it('that is lost keeps the money away, and is closed once', async () => {
    const { charge } = await paid();
    const dispute = arranged.sandbox.control.openDispute(charge);
    const closed = await stripe.disputes.close(dispute.id);
    expect(closed.status).toBe('lost');
    expect(await netOf(charge, dispute.id)).toBe(-88 - 1500);
    expect(await refusalOf(stripe.disputes.close(dispute.id))).toMatchObject({
      code: 'dispute_already_closed',
    });
  });

  it("is decided by Stripe's test words in the evidence", async () => {
    const { charge } = await paid();
    const dispute = arranged.sandbox.control.openDispute(charge);
    const answered = await stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: 'winning_evidence' },
    });
    expect(answered.status).toBe('won');
  });

  it('does not follow when everything was given back before', async () => {
    const { charge } = await paid('pm_card_createDispute');
    await stripe.refunds.create({ charge });
    arranged.sandbox.control.advance(60_000);
    expect((await stripe.disputes.list({ charge })).data).toEqual([]);
  });

  it('can begin as an inquiry, which takes no money', async () => {
    const { charge } = await paid('pm_card_createDisputeInquiry');
    arranged.sandbox.control.advance(60_000);
    const [inquiry] = (await stripe.disputes.list({ charge })).data;
    expect(inquiry).toMatchObject({ status: 'warning_needs_response', balance_transactions: [] });
    expect(await stripe.disputes.close(inquiry?.id ?? '')).toMatchObject({
      status: 'warning_closed',
    });
  });
});

describe('the balance', () => {
  it('is the sum of its transactions, and a payout empties it', async () => {
    const own = await arrange();
    const intent = { amount: 5000, currency: 'gbp', confirm: true, payment_method: 'pm_card_gb' };
    await own.stripe.paymentIntents.create({ ...intent, capture_method: 'automatic' });
    const pending = (await own.stripe.balance.retrieve()).pending;
    expect(pending).toContainEqual({ amount: 5000 - 175, currency: 'gbp' });
    const payout = own.sandbox.control.payOut('gbp');
    expect(payout).toMatchObject({ status: 'paid', amount: 4825 });
    const rows = await own.stripe.balanceTransactions.list({ payout: payout.id });
    expect(rows.data.map((row) => row.type)).toEqual(['payout', 'charge']);
    expect(rows.data.reduce((sum, row) => sum + row.net, 0)).toBe(0);
    expect((await own.stripe.payouts.list()).data).toHaveLength(1);
    expect(await own.eventTypes()).toEqual(
      expect.arrayContaining(['payout.created', 'payout.paid']),
    );
    await own.close();
  });
});
