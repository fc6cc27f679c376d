import {
  earliestOffset,
  fromHazards,
  latestOffset,
  type DelayDistribution,
  type DelaySeen,
} from './delay-distribution.ts';

/** An outcome with its due day, as a day number, and the share of the invoice that it is about. */
export type DatedOutcome = DelaySeen & {
  readonly customerId: string;
  readonly due: number;
  readonly share: number;
};

export type PaceOptions = {
  /** How many days back "lately" reaches. */
  readonly windowDays: number;
  /** How many payments the belief "as always" weighs as much as, for all customers together and for one. */
  readonly strength: number;
  readonly customerStrength: number;
};

/** Chosen on the first year of the receivables sample; see bench/README.md. */
export const paceOptions: PaceOptions = { windowDays: 42, strength: 20, customerStrength: 30 };

/**
 * How much faster than they always did customers pay lately, as a factor on the daily chance of payment (proportional hazards):
 * payments seen over payments expected of what was open, day by day, drawn towards 1. A distribution learned from a year is
 * half a year old; this is what a slump, or a new way of paying, shows first, and it needs no outcome that isn't known yet.
 */
export function recentPace(
  outcomes: readonly DatedOutcome[],
  delayOf: (customerId: string) => DelayDistribution,
  today: number,
  options: PaceOptions = paceOptions,
): (customerId: string) => number {
  const { strength, customerStrength, windowDays } = options;
  const seen = new Map<string, { paid: number; expected: number }>();
  const all = { paid: strength, expected: strength };
  for (const outcome of outcomes) {
    const first = Math.max(outcome.from, today - windowDays + 1 - outcome.due);
    const end = Math.min(outcome.until + (outcome.isPaid ? 1 : 0), today + 1 - outcome.due);
    if (end <= first) continue;
    const own = seen.get(outcome.customerId) ?? { paid: 0, expected: 0 };
    seen.set(outcome.customerId, own);
    const expected = outcome.share * hazardBetween(delayOf(outcome.customerId), first, end);
    const paid = outcome.isPaid ? outcome.share : 0;
    own.expected += expected;
    own.paid += paid;
    all.expected += expected;
    all.paid += paid;
  }
  const pace = all.paid / all.expected;
  return (customerId) => {
    const own = seen.get(customerId);
    if (!own) return pace;
    return (own.paid + customerStrength * pace) / (own.expected + customerStrength);
  };
}

/** Expected payments of one invoice at risk from an offset up to, not including, another. */
function hazardBetween(
  { chance, unpaidBefore }: DelayDistribution,
  first: number,
  end: number,
): number {
  let sum = 0;
  const last = Math.min(end - 1, latestOffset) - earliestOffset;
  for (let index = Math.max(0, first - earliestOffset); index <= last; index += 1) {
    const unpaid = unpaidBefore[index] ?? 0;
    if (unpaid > 1e-9) sum += (chance[index] ?? 0) / unpaid;
  }
  return sum;
}

/** The distribution of somebody who pays at this pace: the chance of staying unpaid a day, to the power of it. */
export function atPace(distribution: DelayDistribution, pace: number): DelayDistribution {
  if (Math.abs(pace - 1) < 0.02) return distribution;
  const { chance, unpaidBefore } = distribution;
  return fromHazards((offset) => {
    const index = offset - earliestOffset;
    const unpaid = unpaidBefore[index] ?? 0;
    return unpaid < 1e-12 ? 0 : 1 - (1 - Math.min(1, (chance[index] ?? 0) / unpaid)) ** pace;
  });
}
