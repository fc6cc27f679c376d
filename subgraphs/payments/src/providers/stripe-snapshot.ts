import type Stripe from 'stripe';
import {
  ProviderUnavailableError,
  type DisputeSnapshot,
  type IntentOutcome,
  type IntentSnapshot,
  type MethodKind,
  type PaidBy,
  type RefundSnapshot,
} from './provider.ts';
import { convertBack, fromStripeAmount } from './stripe-amount.ts';

/** What to have Stripe spell out, so that one answer says everything. */
export const intentExpansions: string[] = ['latest_charge.balance_transaction', 'payment_method'];

/** @throws ProviderUnavailableError while a succeeded intent has no balance transaction yet: ask again */
export function toIntentSnapshot(intent: Stripe.PaymentIntent): IntentSnapshot {
  return { id: intent.id, clientSecret: intent.client_secret ?? '', outcome: outcomeOf(intent) };
}

function outcomeOf(intent: Stripe.PaymentIntent): IntentOutcome {
  switch (intent.status) {
    case 'succeeded':
      return successOf(intent);
    case 'processing':
      return { kind: 'processing', method: kindOf(expanded(intent.payment_method)?.type) };
    case 'requires_action':
    case 'requires_confirmation':
    case 'requires_capture':
      return { kind: 'action_required' };
    case 'canceled':
      return { kind: 'cancelled' };
    case 'requires_payment_method':
    default: // Stripe may name new states; one that we don't know waits.
      return failureOf(intent) ?? { kind: 'awaiting_method' };
  }
}

function successOf(intent: Stripe.PaymentIntent): IntentOutcome {
  const charge = expanded(intent.latest_charge);
  const transaction = expanded(charge?.balance_transaction ?? null);
  if (!charge || !transaction) {
    throw new ProviderUnavailableError('Stripe: the charge has no balance transaction yet.');
  }
  return {
    kind: 'succeeded',
    chargeId: charge.id,
    feeMinor: inPaymentCurrency(transaction.fee, transaction, intent.currency),
    paidBy: paidByOf(charge.payment_method_details),
  };
}

/** Stripe keeps fees in the account's currency, which need not be the payment's. */
function inPaymentCurrency(
  amount: number,
  transaction: Stripe.BalanceTransaction,
  currency: string,
): bigint {
  const minor = fromStripeAmount(amount, transaction.currency.toUpperCase());
  return transaction.currency === currency || transaction.exchange_rate === null
    ? minor
    : convertBack(minor, transaction.exchange_rate);
}

function paidByOf(details: Stripe.Charge.PaymentMethodDetails | null): PaidBy {
  const card = details?.card;
  if (card) return { kind: 'CARD', brand: card.brand ?? null, last4: card.last4 ?? null };
  const debit = details?.us_bank_account ?? details?.sepa_debit;
  const kind = kindOf(details?.type);
  return { kind, brand: null, last4: debit?.last4 ?? null };
}

const debits = new Set([
  'us_bank_account',
  'sepa_debit',
  'bacs_debit',
  'au_becs_debit',
  'acss_debit',
]);

const kindOf = (type: string | undefined): MethodKind =>
  type !== undefined && debits.has(type) ? 'BANK_DEBIT' : 'CARD';

/** Null while nothing was tried. The decline's own code says more than the error's. */
function failureOf(intent: Stripe.PaymentIntent): IntentOutcome | null {
  const error = intent.last_payment_error;
  if (!error) return null;
  const code = error.decline_code ?? error.code ?? 'payment_failed';
  return {
    kind: 'failed',
    reference: error.charge ?? `${error.payment_method?.id ?? intent.id}:${code}`,
    code,
    message: error.message ?? 'The bank declined the payment.',
  };
}

export function toRefundSnapshot(refund: Stripe.Refund): RefundSnapshot {
  return {
    id: refund.id,
    refundId: refund.metadata?.['refundId'] ?? null,
    amountMinor: fromStripeAmount(refund.amount, refund.currency.toUpperCase()),
    status: refundStatus(refund.status),
    reason: refund.reason,
  };
}

function refundStatus(status: string | null): RefundSnapshot['status'] {
  if (status === 'succeeded') return 'COMPLETED';
  return status === 'failed' || status === 'canceled' ? 'FAILED' : 'PENDING';
}

export function toDisputeSnapshot(dispute: Stripe.Dispute): DisputeSnapshot {
  const currency = dispute.currency;
  const fees = dispute.balance_transactions.map((transaction) =>
    inPaymentCurrency(transaction.fee, transaction, currency),
  );
  return {
    id: dispute.id,
    amountMinor: fromStripeAmount(dispute.amount, currency.toUpperCase()),
    feeMinor: fees.reduce((a, b) => a + b, 0n),
    phase: disputePhase(dispute.status),
  };
}

/** An early-warning inquiry that closes without a dispute gives the money back, as a won one does. */
function disputePhase(status: Stripe.Dispute.Status): DisputeSnapshot['phase'] {
  if (status === 'lost') return 'LOST';
  return status === 'won' || status === 'warning_closed' || status === 'prevented'
    ? 'WON'
    : 'OPENED';
}

/** The object itself, when Stripe spelled it out; null for none or only its id. */
const expanded = <T extends object>(value: string | T | null | undefined): T | null =>
  typeof value === 'object' ? value : null;
