import { defineEntity, p } from '@mikro-orm/core';

/** From this fact on, in the order of time, nobody has looked for anomalies yet. Written with the fact, so that no crash forgets it. */
export const ScreeningRequestSchema = defineEntity({
  name: 'ScreeningRequest',
  properties: {
    /** Of the observation. */
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    occurredAt: p.datetime(),
  },
  indexes: [{ properties: ['organizationId', 'occurredAt', 'id'] }],
});

export class ScreeningRequest extends ScreeningRequestSchema.class {}
ScreeningRequestSchema.setClass(ScreeningRequest);
