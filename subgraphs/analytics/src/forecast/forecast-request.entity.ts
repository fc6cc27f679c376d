import { defineEntity, p } from '@mikro-orm/core';

/** The cash of this organization changed since its newest forecast. Written with the change, so that no crash forgets it. */
export const ForecastRequestSchema = defineEntity({
  name: 'ForecastRequest',
  properties: {
    organizationId: p.uuid().primary(),
    firstChangeAt: p.datetime(),
    lastChangeAt: p.datetime(),
  },
});

export class ForecastRequest extends ForecastRequestSchema.class {}
ForecastRequestSchema.setClass(ForecastRequest);
