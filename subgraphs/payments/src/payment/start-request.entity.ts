import { defineEntity, p } from '@mikro-orm/core';

export const StartRequestSchema = defineEntity({
  name: 'StartRequest',
  properties: {
    organizationId: p.uuid().primary(),
    idempotencyKey: p.string().length(200).primary(),
    invoiceId: p.uuid(),
    paymentId: p.uuid(),
    createdAt: p.datetime(),
  },
});

/** Which payment a client's idempotency key stands for. */
export class StartRequest extends StartRequestSchema.class {}
StartRequestSchema.setClass(StartRequest);
