import { defineEntity, p } from '@mikro-orm/core';

export type DisputePhase = 'OPENED' | 'WON' | 'LOST';

export const DisputeSchema = defineEntity({
  name: 'Dispute',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    paymentId: p.uuid(),
    providerDisputeId: p.string().unique(),
    amountMinor: p.bigint('bigint'),
    feeMinor: p.bigint('bigint'),
    phase: p.string().$type<DisputePhase>(),
    openedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['paymentId', 'id'] }],
});

/** A payer's objection at the bank: the bank holds the money until it is won or lost. */
export class Dispute extends DisputeSchema.class {}
DisputeSchema.setClass(Dispute);
