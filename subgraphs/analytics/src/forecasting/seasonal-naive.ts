import { seasonLength } from './grains.ts';
import type { Member } from './series.ts';

/** The value of the same phase one season ago; the last value, where the series is shorter than a season. */
export const seasonalNaive: Member = {
  name: 'seasonal-naive',
  forecast: ({ grain, values }, horizon) => {
    if (values.length === 0) return null;
    const season = values.length >= seasonLength(grain) ? seasonLength(grain) : 1;
    const last = values.slice(-season);
    return Array.from({ length: horizon }, (_, step) => last[step % season] ?? 0);
  },
};
