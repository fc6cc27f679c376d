import { isRefusal } from '@finflow/shared/refusal';
import { isId } from '@finflow/shared/ids';
import type { MutationResolvers, RefundResolvers } from '../__generated__/resolvers.ts';
import { paymentNotFound } from './refund.errors.ts';

export const refundPayment: NonNullable<MutationResolvers['refundPayment']> = async (
  _root,
  { input },
  context,
) => {
  if (!isId(input.paymentId)) return paymentNotFound;
  const { paymentId, amountMinor, reason, idempotencyKey } = input;
  const result = await context.refundPayment({
    paymentId,
    amountMinor: amountMinor ?? null,
    reason: reason ?? null,
    idempotencyKey,
  });
  return isRefusal(result) ? result : { __typename: 'PaymentRefunded', ...result };
};

export const refundResolvers: RefundResolvers = {
  amount: async ({ amountMinor: minor, paymentId }, _args, { reader }) => {
    const payment = await reader.payment(paymentId);
    if (!payment) throw new Error('A refund is read through its payment.');
    return { minor, currency: payment.currency };
  },
};
