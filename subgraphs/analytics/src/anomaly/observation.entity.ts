import { defineEntity, p, PrimaryKeyProp } from '@mikro-orm/core';
import { factSources } from './fact.ts';

/** What is kept of a record, and REVERSAL: that an entry was taken back. */
export const observationSources = [...factSources, 'REVERSAL'] as const;

/**
 * A fact as its event tells of it; anomalies are looked for in these. It is never changed.
 */
export const ObservationSchema = defineEntity({
  name: 'Observation',
  properties: {
    organizationId: p.uuid().primary(),
    source: p.enum(observationSources).primary(),
    id: p.uuid().primary(),
    /** When it was recorded. */
    occurredAt: p.datetime(),
    /** The business date. */
    date: p.date(),
    currency: p.string().length(3),
    amountMinor: p.decimal('string').precision(38).scale(0),
    isIncoming: p.boolean(),
    accountCode: p.text(),
    text: p.text(),
    customerId: p.uuid().nullable(),
    entryId: p.uuid().nullable(),
    paymentId: p.uuid().nullable(),
    invoiceId: p.uuid().nullable(),
    hasHour: p.boolean(),
  },
  indexes: [{ properties: ['organizationId', 'occurredAt', 'id'] }],
});

export class Observation extends ObservationSchema.class {
  override [PrimaryKeyProp]?: ['organizationId', 'source', 'id'];
}
ObservationSchema.setClass(Observation);
