import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { type Arranged, arrange, refusalOf } from './stripe-sandbox/arrange.ts';

let arranged: Arranged;
let stripe: Stripe;

beforeAll(async () => {
  arranged = await arrange();
  stripe = arranged.stripe;
});
afterAll(() => arranged.close());

const pay = (paymentMethod: string, params: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    confirm: true,
    payment_method: paymentMethod,
    ...params,
  });

/** Pays with a number, as the card form does, instead of a ready-made test method. */
async function payWithNumber(number: string, cvc = '123') {
  const card = { number, exp_month: 12, exp_year: 2040, cvc };
  const method = await stripe.paymentMethods.create({ type: 'card', card });
  return pay(method.id);
}

const DECLINES = new Map([
  ['generic_decline', { code: 'card_declined', message: 'Your card was declined.' }],
  ['insufficient_funds', { code: 'card_declined', message: 'Your card has insufficient funds.' }],
  ['lost_card', { code: 'card_declined', message: 'Your card was declined.' }],
  ['expired_card', { code: 'expired_card', message: 'Your card has expired.' }],
  ['incorrect_cvc', { code: 'incorrect_cvc', message: "Your card's security code is incorrect." }],
  [
    'processing_error',
    {
      code: 'processing_error',
      message: 'An error occurred while processing your card. Try again in a little bit.',
    },
  ],
]);

describe('a card payment', () => {
  it('is created waiting for a method, with a client secret', async () => {
    const intent = await stripe.paymentIntents.create({
      amount: 1999,
      currency: 'eur',
      automatic_payment_methods: { enabled: true },
      metadata: { invoice: 'INV-1' },
    });
    expect(intent).toMatchObject({
      object: 'payment_intent',
      status: 'requires_payment_method',
      amount: 1999,
      currency: 'eur',
      metadata: { invoice: 'INV-1' },
      payment_method_types: ['card', 'sepa_debit'],
      livemode: false,
    });
    expect(intent.client_secret).toMatch(new RegExp(`^${intent.id}_secret_`));
  });

  it('succeeds with 4242, and the balance gets the amount less 2.9 % and 30', async () => {
    const intent = await pay('pm_card_visa', {
      capture_method: 'automatic',
      expand: ['latest_charge.balance_transaction', 'payment_method'],
    });
    expect(intent).toMatchObject({
      status: 'succeeded',
      amount_received: 2000,
      payment_method: { card: { brand: 'visa', last4: '4242' } },
      latest_charge: {
        paid: true,
        status: 'succeeded',
        payment_intent: intent.id,
        balance_transaction: { type: 'charge', amount: 2000, fee: 88, net: 1912 },
      },
    });
  });

  it('captured asynchronously tells its fee a moment later, by charge.updated', async () => {
    const intent = await pay('pm_card_visa', { expand: ['latest_charge'] });
    expect(intent.latest_charge).toMatchObject({ balance_transaction: null });
    arranged.sandbox.control.advance(1_000);
    const charges = await stripe.charges.list({
      payment_intent: intent.id,
      expand: ['data.balance_transaction'],
    });
    expect(charges.data[0]?.balance_transaction).toMatchObject({ fee: 88 });
    expect(await arranged.eventTypes()).toContain('charge.updated');
  });

  it.each([
    ['4000000000000002', 'chargeDeclined', 'generic_decline'],
    ['4000000000009995', 'chargeDeclinedInsufficientFunds', 'insufficient_funds'],
    ['4000000000009987', 'chargeDeclinedLostCard', 'lost_card'],
    ['4000000000000069', 'chargeDeclinedExpiredCard', 'expired_card'],
    ['4000000000000127', 'chargeDeclinedIncorrectCvc', 'incorrect_cvc'],
    ['4000000000000119', 'chargeDeclinedProcessingError', 'processing_error'],
  ])('is declined with %s', async (number, alias, declineCode) => {
    const expected = DECLINES.get(declineCode);
    for (const attempt of [payWithNumber(number), pay(`pm_card_${alias}`)]) {
      const refusal = await refusalOf(attempt);
      expect(refusal).toBeInstanceOf(Stripe.errors.StripeCardError);
      expect(refusal).toMatchObject({ statusCode: 402, decline_code: declineCode, ...expected });
      const intent = await stripe.paymentIntents.retrieve(refusal.payment_intent?.id ?? '');
      expect(intent).toMatchObject({
        status: 'requires_payment_method',
        payment_method: null,
        last_payment_error: { decline_code: declineCode, ...expected },
      });
    }
  });

  it('takes another card after a decline', async () => {
    const refusal = await refusalOf(pay('pm_card_chargeDeclined'));
    const id = refusal.payment_intent?.id ?? '';
    const intent = await stripe.paymentIntents.confirm(id, {
      payment_method: 'pm_card_mastercard',
    });
    expect(intent).toMatchObject({ status: 'succeeded', last_payment_error: null });
    const charges = await stripe.charges.list({ payment_intent: id });
    expect(charges.data.map((charge) => charge.status)).toEqual(['succeeded', 'failed']);
  });

  it('refuses numbers that no bank gave out, and never charges one that may be real', async () => {
    expect(await refusalOf(payWithNumber('4242424242424241'))).toMatchObject({
      code: 'incorrect_number',
    });
    expect(await refusalOf(payWithNumber('4111111111111111'))).toMatchObject({
      decline_code: 'test_mode_live_card',
    });
    expect(await refusalOf(payWithNumber('4242424242424242', '12'))).toMatchObject({
      code: 'invalid_cvc',
    });
  });
});

describe('a card that wants its holder', () => {
  it.each(['4000002500003155', '4000002760003184'])('%s asks, then succeeds', async (number) => {
    const intent = await payWithNumber(number);
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'use_stripe_sdk' },
      latest_charge: null,
    });
    arranged.sandbox.control.completeAuthentication(intent.id);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({ status: 'succeeded' });
  });

  it('goes back to the start when the challenge fails', async () => {
    const intent = await pay('pm_card_authenticationRequired');
    arranged.sandbox.control.failAuthentication(intent.id);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      next_action: null,
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    });
  });

  it('is declined when its holder is away', async () => {
    expect(
      await refusalOf(pay('pm_card_authenticationRequired', { off_session: true })),
    ).toMatchObject({
      code: 'authentication_required',
    });
  });
});

describe('a bank debit', () => {
  it('is processing, then arrives', async () => {
    const intent = await pay('pm_usBankAccount_success');
    expect(intent.status).toBe('processing');
    arranged.sandbox.control.advance(3_600_000);
    const settled = await stripe.paymentIntents.retrieve(intent.id, {
      expand: ['latest_charge.balance_transaction'],
    });
    expect(settled).toMatchObject({ status: 'succeeded', amount_received: 2000 });
  });

  it('is processing, then sent back by the bank', async () => {
    const intent = await pay('pm_usBankAccount_insufficientFunds');
    arranged.sandbox.control.advance(3_600_000);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'insufficient_funds' },
    });
    const charges = await stripe.charges.list({ payment_intent: intent.id });
    expect(charges.data.map((charge) => charge.status)).toEqual(['failed']);
  });

  it('by SEPA behaves the same, and control can decide it', async () => {
    const method = await stripe.paymentMethods.create({
      type: 'sepa_debit',
      sepa_debit: { iban: 'DE89 3704 0044 0532 0130 00' },
    });
    const intent = await pay(method.id, { currency: 'eur' });
    expect(intent.status).toBe('processing');
    arranged.sandbox.control.failProcessing(intent.id);
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'requires_payment_method',
    });
  });
});

describe('a payment past its end', () => {
  it('is not confirmed twice', async () => {
    const { id } = await pay('pm_card_visa');
    expect(await refusalOf(stripe.paymentIntents.confirm(id))).toMatchObject({
      statusCode: 400,
      code: 'payment_intent_unexpected_state',
    });
  });

  it('can be cancelled only before it succeeded, and is not paid after', async () => {
    const { id } = await stripe.paymentIntents.create({ amount: 700, currency: 'usd' });
    const cancelled = await stripe.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' });
    expect(cancelled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
    const again = stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    expect(await refusalOf(again)).toMatchObject({ code: 'payment_intent_unexpected_state' });
    const paid = await pay('pm_card_visa');
    expect(await refusalOf(stripe.paymentIntents.cancel(paid.id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });

  it('keeps its state when only its description changes', async () => {
    const intent = await pay('pm_card_authenticationRequired');
    const changed = await stripe.paymentIntents.update(intent.id, { description: 'Order 7' });
    expect(changed).toMatchObject({ status: 'requires_action', description: 'Order 7' });
  });

  it('changes its amount only while it is open', async () => {
    const open = await stripe.paymentIntents.create({ amount: 700, currency: 'usd' });
    expect(await stripe.paymentIntents.update(open.id, { amount: 900 })).toMatchObject({
      amount: 900,
    });
    const paid = await pay('pm_card_visa');
    expect(await refusalOf(stripe.paymentIntents.update(paid.id, { amount: 1 }))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });
});
