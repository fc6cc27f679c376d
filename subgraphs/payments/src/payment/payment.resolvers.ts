import { badInput, readPage, toConnection } from '@finflow/shared/graphql/connection';
import { isId } from '@finflow/shared/ids';
import { isRefusal } from '@finflow/shared/refusal';
import type {
  MutationResolvers,
  PaymentResolvers,
  QueryResolvers,
} from '../__generated__/resolvers.ts';
import { sortKeyOf, type PaymentFilter } from './payment-reader.ts';

export const payment: NonNullable<QueryResolvers['payment']> = (_root, { id }, { reader }) =>
  reader.payment(id);

export const payments: NonNullable<QueryResolvers['payments']> = async (
  _root,
  args,
  { reader },
) => {
  const page = readPage(args, ['instant', 'id']);
  const { status, invoiceId } = args.filter ?? {};
  if (invoiceId && !isId(invoiceId)) throw badInput('invoiceId is not an id.');
  const filter: PaymentFilter = { ...(status && { status }), ...(invoiceId && { invoiceId }) };
  const [rows, totalCount] = await Promise.all([reader.list(page, filter), reader.count(filter)]);
  return { ...toConnection(rows, page, sortKeyOf), totalCount };
};

export const startPayment: NonNullable<MutationResolvers['startPayment']> = async (
  _root,
  { input },
  { viewer, settings, ...context },
) => {
  if (viewer.kind !== 'payer') throw badInput('Only the holder of a payment link can pay by it.');
  const { idempotencyKey } = input;
  const result = await context.startPayment({ invoiceId: viewer.invoiceId, idempotencyKey });
  if (isRefusal(result)) return result;
  const { elementsUrl, publishableKey } = settings;
  return {
    __typename: 'PaymentStarted',
    payment: result.payment,
    surface: {
      kind: elementsUrl === null ? 'STRIPE_ELEMENTS' : 'SANDBOX_FRAME',
      publishableKey,
      clientSecret: result.clientSecret,
      elementsUrl,
    },
  };
};

export const paymentResolvers: PaymentResolvers = {
  __resolveReference: async ({ id }, { reader }) => reader.payment(id),
  amount: ({ amountMinor: minor, currency }) => ({ minor, currency }),
  amountRefunded: ({ refundedMinor: minor, currency }) => ({ minor, currency }),
  fee: ({ feeMinor, currency }) => (feeMinor == null ? null : { minor: feeMinor, currency }),
  net: ({ feeMinor, amountMinor, refundedMinor, currency }) =>
    feeMinor == null ? null : { minor: amountMinor - feeMinor - refundedMinor, currency },
  method: (parent, _args, { lastFour }) =>
    parent.methodKind
      ? { kind: parent.methodKind, brand: parent.methodBrand ?? null, last4: lastFour(parent) }
      : null,
  failure: ({ status, failureCode, failureMessage }) =>
    status === 'FAILED' && failureCode && failureMessage
      ? { code: failureCode, message: failureMessage }
      : null,
  invoice: ({ invoiceId }) => ({ id: invoiceId }),
  refunds: ({ id }, _args, { reader }) => reader.refundsOf(id),
  timeline: ({ id }, _args, { reader }) => reader.timelineOf(id),
};
