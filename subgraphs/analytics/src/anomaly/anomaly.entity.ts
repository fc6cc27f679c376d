import { defineEntity, p } from '@mikro-orm/core';
import { factSources } from './fact.ts';
import { anomalyKinds, type Evidence } from './finding.ts';

/** Something out of the ordinary, as it was announced. It is never changed: what people say of it stands beside it. */
export const AnomalySchema = defineEntity({
  name: 'Anomaly',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    kind: p.enum(anomalyKinds),
    /** What people's answers are remembered for: a party, an account. */
    group: p.text().fieldName('group_key'),
    /** How probable something at least as odd is where all goes as usual. */
    rarity: p.double(),
    source: p.enum(factSources),
    /** The observation's. */
    factId: p.uuid(),
    occurredAt: p.datetime(),
    date: p.date(),
    currency: p.string().length(3),
    amountMinor: p.decimal('string').precision(38).scale(0),
    entryId: p.uuid().nullable(),
    paymentId: p.uuid().nullable(),
    invoiceId: p.uuid().nullable(),
    customerId: p.uuid().nullable(),
    reason: p.text(),
    evidence: p.json<Evidence[]>(),
  },
  indexes: [{ properties: ['organizationId', 'occurredAt', 'id'] }],
});

export class Anomaly extends AnomalySchema.class {}
AnomalySchema.setClass(Anomaly);
