import { refuse } from '@finflow/shared/refusal';

export const paymentNotFound = refuse(
  'NotFound',
  'PAYMENT_NOT_FOUND',
  'There is no such payment.',
  'input.paymentId',
);
export const notRefundable = refuse(
  'Conflict',
  'NOT_REFUNDABLE',
  'No money came in by this payment, so none can be given back.',
);
export const disputed = refuse(
  'Conflict',
  'PAYMENT_DISPUTED',
  'The payer disputes this payment at the bank. A refund would pay it back twice.',
);
export const alreadyRefunded = refuse(
  'Conflict',
  'ALREADY_REFUNDED',
  'All of this payment was refunded already.',
);
export const notPositive = refuse(
  'InvalidInput',
  'AMOUNT_NOT_POSITIVE',
  'The amount to refund must be more than zero.',
  'input.amountMinor',
);
export const exceedsRemaining = refuse(
  'InvalidInput',
  'AMOUNT_EXCEEDS_REMAINING',
  'That is more than what is left of this payment.',
  'input.amountMinor',
);
export const amountNotSupported = refuse(
  'InvalidInput',
  'AMOUNT_NOT_SUPPORTED',
  'Cards can not give back exactly this amount. Choose one whose last decimal is 0.',
  'input.amountMinor',
);
export const reasonTooLong = refuse(
  'InvalidInput',
  'REASON_TOO_LONG',
  'Keep the reason within 500 characters.',
  'input.reason',
);
export const reasonIsNoText = refuse(
  'InvalidInput',
  'BAD_TEXT',
  'The reason has characters that are no text.',
  'input.reason',
);
export const reasonTurned = refuse(
  'InvalidInput',
  'TEXT_TURNED',
  'The reason has hidden characters that turn letters round. Type it anew.',
  'input.reason',
);
export const keyReused = refuse(
  'Conflict',
  'IDEMPOTENCY_KEY_REUSED',
  'This idempotency key was used for another refund.',
  'input.idempotencyKey',
);
export const badKey = refuse(
  'InvalidInput',
  'BAD_IDEMPOTENCY_KEY',
  'An idempotency key is 1 to 200 visible ASCII characters.',
  'input.idempotencyKey',
);

/** @param message the provider's own sentence, while it is at hand: it is not kept */
export const providerRefused = (
  message = 'The payment service could not make this refund. Nothing was given back. Try again with a new one.',
) => refuse('ProviderUnavailable', 'PROVIDER_REFUSED', message);
