import { defineEntity, p } from '@mikro-orm/core';
import { type Outlook, outlookMethods } from './outlook.ts';

/** A cash-flow forecast as it was published. It is never changed; a newer one takes its place. */
export const ForecastSchema = defineEntity({
  name: 'Forecast',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    method: p.enum(outlookMethods),
    currency: p.string().length(3),
    madeAt: p.datetime(),
    outlook: p.json<Outlook>(),
    /** Of the code and models that made it; null for those of before this was known. */
    version: p.text().nullable(),
  },
  indexes: [{ properties: ['organizationId', 'madeAt'] }],
});

export class Forecast extends ForecastSchema.class {}
ForecastSchema.setClass(Forecast);
