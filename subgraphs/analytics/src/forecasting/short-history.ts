import type { Member } from './series.ts';

const alpha = 0.4;
const damping = 0.8;

/**
 * For a history too short to fit anything to: under four values their mean, from then on a smoothed level with a trend that dies
 * away, its parameters fixed at what the M3 competition's series wanted on average. Zero without any value.
 */
export const shortHistory: Member = {
  name: 'short-history',
  forecast: ({ values }, horizon) => {
    const count = values.length;
    if (count === 0) return Array.from({ length: horizon }, () => 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    if (count < 4) return Array.from({ length: horizon }, () => mean);
    let level = ((values[0] ?? 0) + (values[1] ?? 0)) / 2;
    let trend = 0;
    for (const value of values) {
      const expected = level + damping * trend;
      const error = value - expected;
      level = expected + alpha * error;
      trend = damping * trend + 0.1 * alpha * error;
    }
    return Array.from({ length: horizon }, () => {
      trend *= damping;
      level += trend;
      return level;
    });
  },
};
