import type { IntervalPercent } from '../series.ts';

/** How much of a series its forecast could be based on; decides which errors it is compared with. */
export type Evidence = 'short' | 'little' | 'plenty';

/** Bounds of errors, in scales of the series; those of sums have a median too, as sums of medians are too low for skewed values. */
export type ErrorBounds = Readonly<Record<IntervalPercent, readonly [low: number, high: number]>>;

/** What errors were found at a step (the first is 1). */
export type StepErrors = {
  readonly step: number;
  readonly value: ErrorBounds;
  readonly sum: ErrorBounds & { readonly median: number };
};

/** Errors by step, ascending, at steps that stand for those between them. */
export type ErrorTable = Readonly<Record<Evidence, readonly StepErrors[]>>;

/** Under 12 values a rule forecasts; under two seasons, or 24 values where a season is shorter, models hardly know the season. */
export function evidenceOf(length: number, season: number): Evidence {
  if (length < 12) return 'short';
  return length < Math.max(24, Math.min(2 * season, 60)) ? 'little' : 'plenty';
}
