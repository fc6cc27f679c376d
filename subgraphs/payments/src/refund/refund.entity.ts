import { defineEntity, p } from '@mikro-orm/core';

export type RefundStatus = 'PENDING' | 'COMPLETED' | 'FAILED';

export const RefundSchema = defineEntity({
  name: 'Refund',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    paymentId: p.uuid(),
    amountMinor: p.bigint('bigint'),
    status: p.string().$type<RefundStatus>(),
    reason: p.text().nullable(),
    /** Null for a refund that somebody made at the provider. */
    idempotencyKey: p.string().length(200).nullable(),
    providerRefundId: p.string().nullable().unique(),
    createdAt: p.datetime(),
    completedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['paymentId', 'id'] }],
  uniques: [{ properties: ['organizationId', 'idempotencyKey'] }],
});

/** Money given back, in part or in full. */
export class Refund extends RefundSchema.class {}
RefundSchema.setClass(Refund);
