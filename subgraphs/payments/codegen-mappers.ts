/** What codegen.ts is told of this subgraph: the resolvers' context and the type behind each GraphQL type. */
export const contextType = '../context.ts#PaymentsContext';

export const mappers: Record<string, string> = {
  Invoice: '../invoice/invoice-reference.ts#InvoiceReference',
  Money: '@finflow/shared/money#Money as MoneyParent',
  PayPage: '../invoice/payable-invoice.entity.ts#PayableInvoice',
  Payment: '../payment/payment.entity.ts#Payment as PaymentParent',
  PaymentActivity: '../payment/payment-activity.entity.ts#PaymentActivity as PaymentActivityParent',
  Refund: '../refund/refund.entity.ts#Refund as RefundParent',
};
