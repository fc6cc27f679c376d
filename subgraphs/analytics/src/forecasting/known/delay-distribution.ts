/** The days around the due date that are told apart: earlier counts as the first, later as never. */
export const earliestOffset = -120;
export const latestOffset = 365;
const size = latestOffset - earliestOffset + 1;

/**
 * When an invoice is paid, in days from its due date (below zero is early), as chances of each day from `earliestOffset` to
 * `latestOffset`. What is left to 1 is `never`: not within a year after the due date.
 */
export type DelayDistribution = {
  readonly chance: Float64Array;
  /** Chance of being unpaid before each offset; one longer than `chance`, its last entry is `never`. */
  readonly unpaidBefore: Float64Array;
};

/**
 * Something seen of one invoice, or of a part of it: it could have been paid from `from` on (its issue), and was paid at
 * `until`, or was still unpaid before it. Offsets in days from the due date.
 */
export type DelaySeen = {
  readonly from: number;
  readonly until: number;
  readonly isPaid: boolean;
  readonly weight: number;
};

export const never = ({ unpaidBefore }: DelayDistribution): number => unpaidBefore[size] ?? 0;

/** The distribution with these chances of being paid at an offset when unpaid before it. */
export function fromHazards(hazardAt: (offset: number) => number): DelayDistribution {
  const chance = new Float64Array(size);
  const unpaidBefore = new Float64Array(size + 1);
  let unpaid = 1;
  for (let index = 0; index < size; index += 1) {
    const hazard = Math.min(1, Math.max(0, hazardAt(index + earliestOffset)));
    unpaidBefore[index] = unpaid;
    chance[index] = unpaid * hazard;
    unpaid *= 1 - hazard;
  }
  unpaidBefore[size] = unpaid;
  return { chance, unpaidBefore };
}

/**
 * What is believed after seeing payments, and invoices that are still open: the posterior mean of a beta-Stacy process
 * (Walker and Muliere 1997), a Dirichlet process that admits censored data. The chance of payment at an offset, if unpaid
 * before it, is (k f + d) / (k S + n): f and S the belief's chance and what it leaves unpaid, d what was paid at the offset, n
 * what was at risk, k how many invoices the belief counts for. Without data it is the belief; with much it is Kaplan-Meier.
 * Invoices count as at risk from their issue on (left truncation), so short terms don't look like prompt payment.
 */
export function learn(
  belief: DelayDistribution,
  strength: number,
  seen: readonly DelaySeen[],
): DelayDistribution {
  const paid = new Float64Array(size);
  const riskChange = new Float64Array(size + 1);
  for (const { from, until, isPaid, weight } of seen) {
    const [first, last] = [indexOf(from), indexOf(until)];
    const end = until > latestOffset ? size : isPaid ? last + 1 : last;
    if (end <= first) continue;
    riskChange[first] = (riskChange[first] ?? 0) + weight;
    riskChange[end] = (riskChange[end] ?? 0) - weight;
    if (isPaid && until <= latestOffset) paid[last] = (paid[last] ?? 0) + weight;
  }
  let atRisk = 0;
  return fromHazards((offset) => {
    const index = offset - earliestOffset;
    atRisk += riskChange[index] ?? 0;
    const all = strength * (belief.unpaidBefore[index] ?? 0) + Math.max(0, atRisk);
    if (all < 1e-12) return 0;
    return (strength * (belief.chance[index] ?? 0) + (paid[index] ?? 0)) / all;
  });
}

const indexOf = (offset: number): number =>
  Math.min(size - 1, Math.max(0, Math.round(offset) - earliestOffset));

/** Mixes two beliefs: `share` of the first, the rest of the second. */
export function mix(
  first: DelayDistribution,
  second: DelayDistribution,
  share: number,
): DelayDistribution {
  const chance = new Float64Array(size);
  for (let index = 0; index < size; index += 1) {
    chance[index] = share * (first.chance[index] ?? 0) + (1 - share) * (second.chance[index] ?? 0);
  }
  return withUnpaid(chance);
}

/** The same shape, so many days later (earlier when negative). What would come too early comes first, what too late never. */
export function shift({ chance }: DelayDistribution, days: number): DelayDistribution {
  const moved = new Float64Array(size);
  const whole = Math.round(days);
  for (let index = 0; index < size - Math.max(0, whole); index += 1) {
    const target = Math.max(0, index + whole);
    moved[target] = (moved[target] ?? 0) + (chance[index] ?? 0);
  }
  return withUnpaid(moved);
}

function withUnpaid(chance: Float64Array): DelayDistribution {
  const unpaidBefore = new Float64Array(size + 1);
  let unpaid = 1;
  unpaidBefore[0] = unpaid;
  for (let index = 0; index < size; index += 1) {
    // Rounding may leave a hair below zero.
    unpaid = Math.max(0, unpaid - (chance[index] ?? 0));
    unpaidBefore[index + 1] = unpaid;
  }
  return { chance, unpaidBefore };
}

/** Chance of payment at `offset`, given that it is unpaid before `unpaidFrom`; 0 where nothing is left to be paid. */
export function chanceAt(
  { chance, unpaidBefore }: DelayDistribution,
  offset: number,
  unpaidFrom: number,
): number {
  if (offset < unpaidFrom || offset > latestOffset || offset < earliestOffset) return 0;
  const left = unpaidBefore[Math.max(0, unpaidFrom - earliestOffset)] ?? 0;
  return left < 1e-12 ? 0 : (chance[offset - earliestOffset] ?? 0) / left;
}

/** Mean offset of what is paid at all, given unpaid before `unpaidFrom`; `unpaidFrom` itself where nothing is left. */
export function meanOffset(distribution: DelayDistribution, unpaidFrom = earliestOffset): number {
  let [sum, weight] = [0, 0];
  for (let offset = Math.max(unpaidFrom, earliestOffset); offset <= latestOffset; offset += 1) {
    const chance = distribution.chance[offset - earliestOffset] ?? 0;
    sum += chance * offset;
    weight += chance;
  }
  return weight < 1e-12 ? unpaidFrom : sum / weight;
}

/** The offset by which half of what is paid at all is paid, given unpaid before `unpaidFrom`. */
export function medianOffset(distribution: DelayDistribution, unpaidFrom = earliestOffset): number {
  const start = Math.max(unpaidFrom, earliestOffset);
  const left = (distribution.unpaidBefore[start - earliestOffset] ?? 0) - never(distribution);
  let paid = 0;
  for (let offset = start; offset <= latestOffset; offset += 1) {
    paid += distribution.chance[offset - earliestOffset] ?? 0;
    if (paid >= left / 2) return offset;
  }
  return latestOffset;
}
