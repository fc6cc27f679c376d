import { defineEntity, p } from '@mikro-orm/core';

export type SettlementMethod = 'BANK_TRANSFER' | 'CASH' | 'CHEQUE' | 'CARD' | 'BANK_DEBIT';

/** Money that came in for an invoice: what of it was applied, and what was more than was due. Only ever added to. */
export const SettlementSchema = defineEntity({
  name: 'Settlement',
  uniques: [
    { properties: ['organizationId', 'paymentId'] },
    { properties: ['organizationId', 'idempotencyKey'] },
  ],
  indexes: [{ properties: ['invoiceId', 'paidOn'] }],
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    invoiceId: p.uuid(),
    /** The provider's payment; for money recorded by hand the settlement's own id. */
    paymentId: p.uuid(),
    amountMinor: p.bigint('bigint'),
    /** Owed to the customer: account 2300. */
    surplusMinor: p.bigint('bigint'),
    currency: p.string().length(3),
    /** Null for a provider's payment: payments knows. */
    method: p.string().length(20).$type<SettlementMethod>().strictNullable(),
    paidOn: p.date(),
    idempotencyKey: p.string().length(200),
    createdAt: p.datetime(3),
  },
});

export class Settlement extends SettlementSchema.class {}
SettlementSchema.setClass(Settlement);

/** Money that went back, by refund or by a dispute that was lost. Only ever added to. */
export const RefundSchema = defineEntity({
  name: 'Refund',
  indexes: [{ properties: ['settlementId'] }, { properties: ['invoiceId'] }],
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    settlementId: p.uuid(),
    invoiceId: p.uuid(),
    /** Taken back from revenue and tax, and of that the tax. */
    amountMinor: p.bigint('bigint'),
    taxMinor: p.bigint('bigint'),
    /** Taken from the customer's credit. */
    surplusMinor: p.bigint('bigint'),
    refundedOn: p.date(),
    createdAt: p.datetime(3),
  },
});

export class Refund extends RefundSchema.class {}
RefundSchema.setClass(Refund);
