import { defineEntity, p } from '@mikro-orm/core';
import type { LocalDate } from '@finflow/shared/local-date';
import type { ForecastPoint } from './forecast-cash.ts';

/** A forecast point as stored: JSON knows no bigint, and its numbers would lose cents. */
export type StoredPoint = {
  readonly month: LocalDate;
  readonly medianMinor: string;
  readonly lowMinor: string;
  readonly highMinor: string;
};

/** A cash-flow forecast as it was published. It is never changed; a newer one takes its place. */
export const ForecastSchema = defineEntity({
  name: 'Forecast',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    method: p.enum(['SEASONAL_BASELINE'] as const),
    currency: p.string().length(3),
    intervalPercent: p.smallint(),
    madeAt: p.datetime(),
    points: p.json<StoredPoint[]>(),
  },
  indexes: [{ properties: ['organizationId', 'madeAt'] }],
});

export class Forecast extends ForecastSchema.class {
  /** Cash at each month's end, nearest first. */
  cashByMonth(): ForecastPoint[] {
    return this.points.map(({ month, medianMinor, lowMinor, highMinor }) => ({
      month,
      medianMinor: BigInt(medianMinor),
      lowMinor: BigInt(lowMinor),
      highMinor: BigInt(highMinor),
    }));
  }
}
ForecastSchema.setClass(Forecast);
