import { moneyResolvers } from '@finflow/shared/graphql/money.resolvers';
import { scalarResolvers } from '@finflow/shared/graphql/scalars';
import type { Resolvers } from './__generated__/resolvers.ts';
import { invoiceResolvers } from './invoice/invoice.resolvers.ts';
import { payPage, payPageResolvers } from './pay-page/pay-page.resolvers.ts';
import { payment, paymentResolvers, payments, startPayment } from './payment/payment.resolvers.ts';
import { refundPayment, refundResolvers } from './refund/refund.resolvers.ts';

const { CurrencyCode, DateTime, MinorUnits } = scalarResolvers;

export const resolvers: Resolvers = {
  CurrencyCode,
  DateTime,
  MinorUnits,
  ...moneyResolvers,
  Query: { payment, payments, payPage },
  Mutation: { startPayment, refundPayment },
  Payment: paymentResolvers,
  Refund: refundResolvers,
  Invoice: invoiceResolvers,
  PayPage: payPageResolvers,
};
