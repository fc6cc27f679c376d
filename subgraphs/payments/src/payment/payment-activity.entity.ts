import { defineEntity, p } from '@mikro-orm/core';
import type { PaymentStatus } from './payment-machine.ts';

export const PaymentActivitySchema = defineEntity({
  name: 'PaymentActivity',
  properties: {
    id: p.uuid().primary(),
    /** In the order of writing: several may happen in one millisecond. */
    position: p.bigint('bigint').autoincrement(),
    organizationId: p.uuid(),
    paymentId: p.uuid(),
    status: p.string().$type<PaymentStatus>(),
    at: p.datetime(),
    /** What caused it: a provider's event type, or what was done in the house. */
    cause: p.string(),
    message: p.text().nullable(),
  },
  indexes: [{ properties: ['paymentId', 'position'] }],
});

/** One line of a payment's history. Only ever added. */
export class PaymentActivity extends PaymentActivitySchema.class {}
PaymentActivitySchema.setClass(PaymentActivity);
