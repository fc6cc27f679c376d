import type { Money } from '@finflow/shared/money';

export type MethodKind = 'CARD' | 'BANK_TRANSFER' | 'CASH' | 'CHEQUE' | 'BANK_DEBIT';

/** How the payer paid. Never more of a card's number than its last four digits. */
export type PaidBy = {
  readonly kind: MethodKind;
  readonly brand: string | null;
  readonly last4: string | null;
};

/** What the provider says of a payment at the moment it was asked. */
export type IntentSnapshot = {
  readonly id: string;
  readonly clientSecret: string;
  readonly outcome: IntentOutcome;
};

export type IntentOutcome =
  /** Waits for the payer's card. */
  | { readonly kind: 'awaiting_method' }
  | { readonly kind: 'action_required' }
  | { readonly kind: 'processing'; readonly method: MethodKind }
  | {
      readonly kind: 'succeeded';
      readonly chargeId: string;
      readonly feeMinor: bigint;
      readonly paidBy: PaidBy;
    }
  | {
      readonly kind: 'failed';
      /** Names this one attempt. */
      readonly reference: string;
      /** The bank's code, such as insufficient_funds. */
      readonly code: string;
      readonly message: string;
    }
  | { readonly kind: 'cancelled' };

export type RefundSnapshot = {
  readonly id: string;
  /** Our own id of the refund; null when somebody made it at the provider. */
  readonly refundId: string | null;
  readonly amountMinor: bigint;
  readonly status: 'PENDING' | 'COMPLETED' | 'FAILED';
  readonly reason: string | null;
};

export type DisputeSnapshot = {
  readonly id: string;
  readonly amountMinor: bigint;
  readonly feeMinor: bigint;
  readonly phase: 'OPENED' | 'WON' | 'LOST';
};

export type NewIntent = {
  readonly amount: Money;
  readonly organizationId: string;
  readonly paymentId: string;
  readonly invoiceId: string;
  /** What the payer reads on the statement page of the provider, such as the invoice's number. */
  readonly description: string;
};

export type NewRefund = {
  readonly refundId: string;
  readonly intentId: string;
  readonly amount: Money;
};

/** A notice of the provider, its signature checked. It says that something changed; what, the provider is asked. */
export type ProviderNotice = {
  readonly eventId: string;
  readonly type: string;
  /** The payment it is about, by the provider's id and by ours; null when the notice doesn't tell. */
  readonly intentId: string | null;
  readonly paymentId: string | null;
};

/**
 * Where money moves. Each call may be repeated: the same id moves money once.
 * Calls throw ProviderUnavailableError (nobody knows what happened: ask again) or ProviderRefusedError (it said no).
 */
export type PaymentProvider = {
  readonly name: 'STRIPE';
  /** Whether the provider has a number for the amount: where not, nothing need be asked of it. */
  canMove(amount: Money): boolean;
  createIntent(intent: NewIntent): Promise<IntentSnapshot>;
  retrieveIntent(intentId: string): Promise<IntentSnapshot>;
  /** Cancels what can be cancelled; the answer says what became of it (it may have succeeded). */
  cancelIntent(intentId: string): Promise<IntentSnapshot>;
  refund(refund: NewRefund): Promise<RefundSnapshot>;
  listRefunds(intentId: string): Promise<readonly RefundSnapshot[]>;
  listDisputes(intentId: string): Promise<readonly DisputeSnapshot[]>;
  /** The notice in a webhook's raw body; null when its signature is wrong or older than five minutes. */
  readNotice(rawBody: Buffer, signature: string | undefined): ProviderNotice | null;
};

export class ProviderUnavailableError extends Error {
  override readonly name = 'ProviderUnavailableError';
}

export class ProviderRefusedError extends Error {
  override readonly name = 'ProviderRefusedError';
  /** The provider's own code, such as amount_too_small. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
