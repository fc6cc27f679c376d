import type Stripe from 'stripe';
import type { Params } from '../api/form.ts';
import { integer, requiredText, text } from '../api/params.ts';
import { decline } from './outcome.ts';
import { detailsRefused, fingerprintOf, type Recognised } from './recognised.ts';
import {
  hasValidCheckDigit,
  type TestCard,
  testCardByAlias,
  testCardByNumber,
} from './test-cards.ts';

interface Expiry {
  readonly month: number;
  readonly year: number;
}

/** A card typed into a form. Throws ApiError 402 with Stripe's code on impossible details. */
export function cardFromDetails(details: Params, nowMs: number): Recognised {
  const number = requiredText(details, 'number').replaceAll(/[\s-]/g, '');
  if (!hasValidCheckDigit(number)) {
    throw detailsRefused('incorrect_number', 'number', 'Your card number is incorrect.');
  }
  const expiry = expiryOf(details, nowMs);
  const card = testCardByNumber(number) ?? liveCard(number);
  checkCvc(text(details, 'cvc'), card.brand);
  return recognise(card, expiry);
}

/** A test name such as pm_card_visa, which never expires; null when it is none. */
export function cardFromAlias(alias: string, nowMs: number): Recognised | null {
  const card = testCardByAlias(alias);
  const year = new Date(nowMs).getUTCFullYear() + 1;
  return card === undefined ? null : recognise(card, { month: 12, year });
}

/** A number that could be somebody's real card is never charged, as in Stripe's test mode. */
const liveCard = (number: string): TestCard => ({
  number,
  aliases: [],
  brand: 'unknown',
  country: 'US',
  funding: 'credit',
  outcome: decline('test_mode_live_card'),
});

function expiryOf(details: Params, nowMs: number): Expiry {
  const month = integer(details, 'exp_month') ?? 0;
  const given = integer(details, 'exp_year') ?? 0;
  const year = given < 100 ? 2000 + given : given;
  if (month < 1 || month > 12) {
    throw detailsRefused(
      'invalid_expiry_month',
      'exp_month',
      "Your card's expiration month is invalid.",
    );
  }
  const now = new Date(nowMs);
  const monthsLeft = (year - now.getUTCFullYear()) * 12 + (month - 1 - now.getUTCMonth());
  if (monthsLeft < 0 || monthsLeft > 50 * 12) {
    throw detailsRefused(
      'invalid_expiry_year',
      'exp_year',
      "Your card's expiration year is invalid.",
    );
  }
  return { month, year };
}

function checkCvc(cvc: string | undefined, brand: string): void {
  if (cvc === undefined) return;
  const length = brand === 'amex' ? /^\d{3,4}$/ : /^\d{3}$/;
  if (length.test(cvc)) return;
  throw detailsRefused('invalid_cvc', 'cvc', "Your card's security code is invalid.");
}

function recognise(card: TestCard, { month, year }: Expiry): Recognised {
  const details = {
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: card.country,
    display_brand: card.brand,
    exp_month: month,
    exp_year: year,
    fingerprint: fingerprintOf(card.number),
    funding: card.funding,
    generated_from: null,
    last4: card.number.slice(-4),
    networks: { available: [card.brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  } satisfies Stripe.PaymentMethod.Card;
  return { type: 'card', details: { card: details }, outcome: card.outcome };
}
