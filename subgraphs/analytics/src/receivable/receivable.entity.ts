import { defineEntity, p } from '@mikro-orm/core';

/**
 * An invoice as its events tell of it. They come by three topics in any order, so each topic fills columns of its own
 * and null means "not heard yet". Amounts in minor units.
 */
export const ReceivableSchema = defineEntity({
  name: 'Receivable',
  properties: {
    invoiceId: p.uuid().primary(),
    organizationId: p.uuid().index(),
    /** Of invoice_created. */
    customerId: p.uuid().nullable(),
    currency: p.string().length(3).nullable(),
    totalMinor: p.decimal('string').precision(38).scale(0).nullable(),
    issueDate: p.date().nullable(),
    dueDate: p.date().nullable(),
    /** Of the newest invoice_updated, and when that happened. */
    dueMinor: p.decimal('string').precision(38).scale(0).nullable(),
    updatedAt: p.datetime().nullable(),
    /** Of invoice_paid: nothing is due any more. */
    paidOn: p.date().nullable(),
  },
});

export class Receivable extends ReceivableSchema.class {}
ReceivableSchema.setClass(Receivable);
