import { authenticate, decline, type Outcome, succeed, succeedThen } from './outcome.ts';

export interface TestCard {
  readonly number: string;
  /** Names to use instead of the number: `pm_card_visa`. */
  readonly aliases: readonly string[];
  readonly brand: string;
  readonly country: string;
  readonly funding: 'credit' | 'debit' | 'prepaid';
  readonly outcome: Outcome;
}

type Details = Partial<Pick<TestCard, 'brand' | 'country' | 'funding' | 'outcome'>>;

function card(number: string, alias: string | readonly string[], details: Details = {}): TestCard {
  const aliases = (typeof alias === 'string' ? [alias] : alias).map((name) => `pm_card_${name}`);
  return {
    number,
    aliases,
    brand: 'visa',
    country: 'US',
    funding: 'credit',
    outcome: succeed,
    ...details,
  };
}

/** The test cards of Stripe's documentation, with what they do when charged. */
const TEST_CARDS: readonly TestCard[] = [
  card('4242424242424242', 'visa'),
  card('4000056655665556', 'visa_debit', { funding: 'debit' }),
  card('5555555555554444', 'mastercard', { brand: 'mastercard' }),
  card('2223003122003222', [], { brand: 'mastercard' }),
  card('5200828282828210', 'mastercard_debit', { brand: 'mastercard', funding: 'debit' }),
  card('5105105105105100', 'mastercard_prepaid', { brand: 'mastercard', funding: 'prepaid' }),
  card('378282246310005', 'amex', { brand: 'amex' }),
  card('371449635398431', [], { brand: 'amex' }),
  card('6011111111111117', 'discover', { brand: 'discover' }),
  card('3056930009020004', 'diners', { brand: 'diners' }),
  card('3566002020360505', 'jcb', { brand: 'jcb', country: 'JP' }),
  card('6200000000000005', 'unionpay', { brand: 'unionpay', country: 'CN' }),
  card('4000008260000000', 'gb', { country: 'GB' }),
  card('4000002760000016', 'de', { country: 'DE' }),
  card('4000002500000003', 'fr', { country: 'FR' }),
  card('4000000000000077', 'bypassPending'),

  card('4000000000000002', ['chargeDeclined', 'visa_chargeDeclined'], {
    outcome: decline('generic_decline'),
  }),
  card(
    '4000000000009995',
    ['chargeDeclinedInsufficientFunds', 'visa_chargeDeclinedInsufficientFunds'],
    {
      outcome: decline('insufficient_funds'),
    },
  ),
  card('4000000000009987', ['chargeDeclinedLostCard', 'visa_chargeDeclinedLostCard'], {
    outcome: decline('lost_card'),
  }),
  card('4000000000009979', ['chargeDeclinedStolenCard', 'visa_chargeDeclinedStolenCard'], {
    outcome: decline('stolen_card'),
  }),
  card('4000000000000069', ['chargeDeclinedExpiredCard', 'visa_chargeDeclinedExpiredCard'], {
    outcome: decline('expired_card'),
  }),
  card('4000000000000127', ['chargeDeclinedIncorrectCvc', 'visa_chargeDeclinedIncorrectCvc'], {
    outcome: decline('incorrect_cvc'),
  }),
  card(
    '4000000000000119',
    ['chargeDeclinedProcessingError', 'visa_chargeDeclinedProcessingError'],
    {
      outcome: decline('processing_error'),
    },
  ),
  card('4000000000006975', 'chargeDeclinedVelocityLimitExceeded', {
    outcome: decline('card_velocity_exceeded'),
  }),
  card('4000000000000341', 'chargeCustomerFail', { outcome: decline('generic_decline') }),
  card('4100000000000019', 'radarBlock', { outcome: decline('fraudulent') }),

  card('4000002500003155', 'authenticationRequiredOnSetup', { outcome: authenticate(succeed) }),
  card('4000002760003184', 'authenticationRequired', { outcome: authenticate(succeed) }),
  card('4000000000003220', 'threeDSecure2Required', { outcome: authenticate(succeed) }),
  card('4000000000003063', 'threeDSecureRequired', { outcome: authenticate(succeed) }),
  card('4000008400001629', 'threeDSecureRequiredChargeDeclined', {
    outcome: authenticate(decline('generic_decline')),
  }),
  card('4000008260003178', 'authenticationRequiredChargeDeclinedInsufficientFunds', {
    outcome: authenticate(decline('insufficient_funds')),
  }),

  card('4000000000000259', 'createDispute', { outcome: succeedThen('dispute_fraudulent') }),
  card('4000000000002685', 'createDisputeProductNotReceived', {
    outcome: succeedThen('dispute_not_received'),
  }),
  card('4000000000001976', 'createDisputeInquiry', { outcome: succeedThen('dispute_inquiry') }),
  card('4000000000007726', 'pendingRefund', { outcome: succeedThen('refund_pending') }),
  card('4000000000005126', 'refundFail', { outcome: succeedThen('refund_fails') }),
];

export const testCardByNumber = (number: string): TestCard | undefined =>
  TEST_CARDS.find((candidate) => candidate.number === number);

export const testCardByAlias = (alias: string): TestCard | undefined =>
  TEST_CARDS.find((candidate) => candidate.aliases.includes(alias));

/** The check digit that every card number carries (ISO/IEC 7812, Luhn). */
export function hasValidCheckDigit(number: string): boolean {
  const digits = number.split('').toReversed().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return /^\d{12,19}$/.test(number) && sum % 10 === 0;
}
