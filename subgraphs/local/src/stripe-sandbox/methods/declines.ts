import type Stripe from 'stripe';

/** A refusal as Stripe words it. `decline_code` is the bank's reason, `code` Stripe's class of it. */
export interface Decline {
  readonly type: 'card_error' | 'invalid_request_error';
  readonly code: Stripe.PaymentIntent.LastPaymentError.Code;
  readonly decline_code?: string;
  readonly message: string;
}

const bankSaysNo = (reason: string, message = 'Your card was declined.'): Decline => ({
  type: 'card_error',
  code: 'card_declined',
  decline_code: reason,
  message,
});

const debitFailed = (code: string, message: string): Decline => ({
  type: 'card_error',
  code,
  message,
});

const DECLINES = {
  generic_decline: bankSaysNo('generic_decline'),
  insufficient_funds: bankSaysNo('insufficient_funds', 'Your card has insufficient funds.'),
  lost_card: bankSaysNo('lost_card'),
  stolen_card: bankSaysNo('stolen_card'),
  fraudulent: bankSaysNo('fraudulent'),
  card_velocity_exceeded: bankSaysNo(
    'card_velocity_exceeded',
    'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
  ),
  test_mode_live_card: bankSaysNo(
    'test_mode_live_card',
    'Your card was declined. Your request was in test mode, but used a non test (live) card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
  ),
  expired_card: {
    type: 'card_error',
    code: 'expired_card',
    decline_code: 'expired_card',
    message: 'Your card has expired.',
  },
  incorrect_cvc: {
    type: 'card_error',
    code: 'incorrect_cvc',
    decline_code: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
  },
  processing_error: {
    type: 'card_error',
    code: 'processing_error',
    decline_code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
  authentication_required: {
    type: 'card_error',
    code: 'authentication_required',
    decline_code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
  },
  authentication_failure: {
    type: 'invalid_request_error',
    code: 'payment_intent_authentication_failure',
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  },
  account_closed: debitFailed('account_closed', "The customer's bank account has been closed."),
  no_account: debitFailed('no_account', "The customer's bank account could not be located."),
  debit_insufficient_funds: debitFailed(
    'insufficient_funds',
    "The customer's account has insufficient funds to cover this payment.",
  ),
  debit_not_authorized: debitFailed(
    'debit_not_authorized',
    'The customer has notified their bank that this payment was unauthorized.',
  ),
  debit_failed: debitFailed('generic_could_not_process', 'The bank could not process this debit.'),
} as const satisfies Record<string, Decline>;

export type DeclineName = keyof typeof DECLINES;

export const declineNames = Object.keys(DECLINES);

export const isDeclineName = (name: string): name is DeclineName => Object.hasOwn(DECLINES, name);

export const declineOf = (name: DeclineName): Decline => DECLINES[name];
