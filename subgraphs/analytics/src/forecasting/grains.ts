import type { Grain } from './series.ts';

const seasons: Readonly<Record<Grain, number>> = { DAY: 7, WEEK: 52, MONTH: 12 };

/** Periods after which a series of this grain is expected to repeat itself: a week of days, a year of weeks or months. */
export const seasonLength = (grain: Grain): number => seasons[grain];
