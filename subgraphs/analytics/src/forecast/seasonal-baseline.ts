import { divideHalfEven } from '@finflow/shared/decimal';

/** How many months of history the seasonal rule needs: the same month of last year, and one to learn a drift from. */
export const seasonalHistory = 13;
const season = 12;

/**
 * Net cash of the next `horizon` (at most 12) months after `past`, minor units. With more than a year of history: the same
 * month of the year before, plus how far the last year lay above the one before it. A month that had no year before counts as
 * no difference, which draws the drift of a short history towards zero. With less history: its mean. With none: nothing.
 */
export function predictNets(past: readonly bigint[], horizon: number): bigint[] {
  const steps = Array.from({ length: horizon }, (_, step) => step);
  if (past.length < seasonalHistory) {
    const usual = past.length === 0 ? 0n : divideHalfEven(sum(past), BigInt(past.length));
    return steps.map(() => usual);
  }
  const lastYear = past.slice(-season);
  const drift = yearlyDrift(past);
  return steps.map((step) => (lastYear[step] ?? 0n) + drift);
}

function yearlyDrift(past: readonly bigint[]): bigint {
  const differences = past.map((net, index) => net - (past[index - season] ?? net)).slice(-season);
  return divideHalfEven(sum(differences), BigInt(season));
}

/** Running totals: what the first, the first two, the first three ... come to. */
export function accumulate(nets: readonly bigint[]): bigint[] {
  let total = 0n;
  return nets.map((net) => {
    total += net;
    return total;
  });
}

export const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, amount) => total + amount, 0n);
