import { defineEntity, p } from '@mikro-orm/core';

export type PayableStatus = 'DRAFT' | 'OPEN' | 'PARTIALLY_PAID' | 'PAID';

export const PayableInvoiceSchema = defineEntity({
  name: 'PayableInvoice',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    /** Null until invoice_created has come: topics are not in order with each other. */
    number: p.string().nullable(),
    status: p.string().$type<PayableStatus>(),
    currency: p.character().length(3),
    totalMinor: p.bigint('bigint'),
    dueMinor: p.bigint('bigint'),
    /** Time of the event that told the balance; an older one changes nothing. */
    balanceAt: p.datetime(),
  },
});

/** What payments knows of an invoice: what is due. Accounting owns the invoice and tells by events. */
export class PayableInvoice extends PayableInvoiceSchema.class {}
PayableInvoiceSchema.setClass(PayableInvoice);
