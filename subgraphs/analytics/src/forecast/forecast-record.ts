import { divideHalfEven } from '@finflow/shared/decimal';
import type { MinorText, PastForecast } from './outlook.ts';

/** A forecast of the past beside what came. */
export type ComparedForecast = PastForecast & {
  readonly isInside: boolean;
  /** It was told then; otherwise it was made afterwards from what the books knew then. */
  readonly wasPublished: boolean;
};

/** How forecasts turned out. */
export type ForecastRecord = {
  /** The share of outcomes inside the 80 % interval, 0 to 1. */
  readonly insideShare: number;
  /** Mean absolute difference of median and outcome. */
  readonly meanError: MinorText;
  /** Newest first. */
  readonly forecasts: readonly ComparedForecast[];
};

/** Compares forecasts with what came; where one was published, it counts instead of the one that was remade. Null without any. */
export function recordOf(
  remade: readonly PastForecast[],
  published: readonly Omit<PastForecast, 'actual'>[],
): ForecastRecord | null {
  if (remade.length === 0) return null;
  const ofPeriod = new Map(published.map((forecast) => [forecast.end, forecast]));
  const forecasts = remade.map((forecast) => {
    const told = ofPeriod.get(forecast.end);
    const counted = { ...forecast, ...told };
    return { ...counted, isInside: isInside(counted), wasPublished: told !== undefined };
  });
  const errors = forecasts.reduce((sum, { median, actual }) => sum + distance(median, actual), 0n);
  return {
    insideShare: forecasts.filter((forecast) => forecast.isInside).length / forecasts.length,
    meanError: String(divideHalfEven(errors, BigInt(forecasts.length))),
    forecasts,
  };
}

const isInside = ({ low, high, actual }: PastForecast): boolean =>
  BigInt(low) <= BigInt(actual) && BigInt(actual) <= BigInt(high);

function distance(a: MinorText, b: MinorText): bigint {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -difference : difference;
}
