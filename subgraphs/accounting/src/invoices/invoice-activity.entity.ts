import { defineEntity, p } from '@mikro-orm/core';

export type InvoiceActivityKind =
  | 'CREATED'
  | 'ISSUED'
  | 'PAYMENT_RECEIVED'
  | 'PAID'
  | 'REFUNDED'
  | 'DISPUTED';

/** The timeline of an invoice: only ever added to. */
export const InvoiceActivitySchema = defineEntity({
  name: 'InvoiceActivity',
  indexes: [{ properties: ['invoiceId', 'at'] }],
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    invoiceId: p.uuid(),
    kind: p.string().length(20).$type<InvoiceActivityKind>(),
    at: p.datetime(3),
    amountMinor: p.bigint('bigint').strictNullable(),
    currency: p.string().length(3),
    paymentId: p.uuid().strictNullable(),
  },
});

export class InvoiceActivity extends InvoiceActivitySchema.class {}
InvoiceActivitySchema.setClass(InvoiceActivity);
