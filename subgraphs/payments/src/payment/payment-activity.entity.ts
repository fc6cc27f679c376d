import { defineEntity, p } from '@mikro-orm/core';
import type { PaymentStatus } from './payment-machine.ts';

export const PaymentActivitySchema = defineEntity({
  name: 'PaymentActivity',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    paymentId: p.uuid(),
    status: p.string().$type<PaymentStatus>(),
    at: p.datetime(),
    /** What caused it: a provider's event type, or what was done in the house. */
    cause: p.string(),
    message: p.text().nullable(),
  },
  indexes: [{ properties: ['paymentId', 'id'] }],
});

/** One line of a payment's history. Only ever added. Ids are in order of time. */
export class PaymentActivity extends PaymentActivitySchema.class {}
PaymentActivitySchema.setClass(PaymentActivity);
