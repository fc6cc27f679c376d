import { addDays, addMonths, type LocalDate } from '@finflow/shared/local-date';
import type { Grain } from './series.ts';

const seasons: Readonly<Record<Grain, number>> = { DAY: 7, WEEK: 52, MONTH: 12 };

/** Periods after which a series of this grain is expected to repeat itself: a week of days, a year of weeks or months. */
export const seasonLength = (grain: Grain): number => seasons[grain];

const horizons: Readonly<Record<Grain, number>> = { DAY: 28, WEEK: 13, MONTH: 12 };

/**
 * Periods ahead over which a forecast is held against the past, however many are asked for: what is said of tomorrow doesn't hang on whether
 * anybody asks about next month, and errors compare with those of training series.
 */
export const testedHorizon = (grain: Grain): number => horizons[grain];

/** First day of the period `count` periods after the one that begins on `start`; before it, when negative. */
export function addPeriods(start: LocalDate, grain: Grain, count: number): LocalDate {
  switch (grain) {
    case 'DAY':
      return addDays(start, count);
    case 'WEEK':
      return addDays(start, 7 * count);
    case 'MONTH':
      return addMonths(start, count);
    default:
      return grain satisfies never;
  }
}
