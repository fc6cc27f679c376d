import { defineEntity, type OptionalProps, p } from '@mikro-orm/core';

export type InvoiceStatus = 'DRAFT' | 'OPEN' | 'PARTIALLY_PAID' | 'PAID';

/** A draft until it has a number; then only what was paid and refunded changes, and the database alone does that. */
export const InvoiceSchema = defineEntity({
  name: 'Invoice',
  uniques: [
    { properties: ['organizationId', 'numberIndex'] },
    { properties: ['organizationId', 'issueKey'] },
    { properties: ['organizationId', 'reference'] },
  ],
  indexes: [
    { properties: ['organizationId', 'issueDate', 'id'] },
    { properties: ['organizationId', 'customerId'] },
  ],
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    customerId: p.uuid(),
    /** Counts an organization's issued invoices without a gap, from 1. */
    numberIndex: p.integer().strictNullable(),
    /** INV-00001 for 1. */
    number: p.string().length(20).strictNullable(),
    /** Its number in the file it was imported from. */
    reference: p.string().length(200).strictNullable(),
    currency: p.string().length(3),
    issueDate: p.date().strictNullable(),
    dueDate: p.date(),
    notes: p.string().length(2000).strictNullable(),
    subtotalMinor: p.bigint('bigint'),
    discountMinor: p.bigint('bigint'),
    taxMinor: p.bigint('bigint'),
    totalMinor: p.bigint('bigint'),
    /** Money applied to it. Never more than the total. */
    paidMinor: p.bigint('bigint').default('0'),
    /** Of what was paid, what went back. */
    refundedMinor: p.bigint('bigint').default('0'),
    issueKey: p.string().length(200).strictNullable(),
    createdAt: p.datetime(3),
  },
});

export class Invoice extends InvoiceSchema.class {
  /** Computed: not to be given when one is created. */
  declare [OptionalProps]?: 'status' | 'dueMinor';

  get status(): InvoiceStatus {
    if (this.numberIndex === null) return 'DRAFT';
    if (this.paidMinor === 0n) return 'OPEN';
    return this.paidMinor < this.totalMinor ? 'PARTIALLY_PAID' : 'PAID';
  }

  get dueMinor(): bigint {
    return this.numberIndex === null ? 0n : this.totalMinor - this.paidMinor;
  }
}
InvoiceSchema.setClass(Invoice);

export const InvoiceLineSchema = defineEntity({
  name: 'InvoiceLine',
  uniques: [{ properties: ['invoiceId', 'position'] }],
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    invoiceId: p.uuid(),
    /** From 1. */
    position: p.integer(),
    description: p.string().length(500),
    quantity: p.decimal('string').precision(20).scale(6),
    unitPriceMinor: p.bigint('bigint'),
    discountPercent: p.decimal('string').precision(7).scale(4),
    taxPercent: p.decimal('string').precision(7).scale(4),
    grossMinor: p.bigint('bigint'),
    /** After discount, before tax. */
    netMinor: p.bigint('bigint'),
    taxMinor: p.bigint('bigint'),
  },
});

export class InvoiceLine extends InvoiceLineSchema.class {}
InvoiceLineSchema.setClass(InvoiceLine);
