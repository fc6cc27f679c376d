import type { AnomalyKind, Finding } from './finding.ts';

/**
 * How many ordinary facts a week may be raised by mistake. A small business shall see one in a month: what cries more often isn't
 * looked at any more.
 */
export const falseAlarmsPerWeek = 0.25;

/** However quiet the books, nothing is raised that happens oftener than once in a hundred facts. */
const leastOdd = 0.01;
/** Each alarm of the last seven days makes the next one so many times harder, up to the last one. */
const harder = 4;
export const mostPerWeek = 5;

export type Verdict = 'EXPECTED' | 'CONFIRMED';

/** What somebody said of an anomaly of this kind and group. */
export type Review = {
  readonly anomalyId: string;
  readonly kind: AnomalyKind;
  readonly group: string;
  readonly verdict: Verdict;
  readonly atMs: number;
};

/** An alarm that was raised. */
export type Alarm = {
  readonly kind: AnomalyKind;
  readonly group: string;
  readonly atMs: number;
};

export type Occasion = {
  readonly atMs: number;
  /** How many facts a week there are. */
  readonly factsPerWeek: number;
  readonly alarms: readonly Alarm[];
  /** Oldest first. */
  readonly reviews: readonly Review[];
};

const dayMs = 86_400_000;

/** How rare a finding must be to be raised. 0: nothing is. */
export function barFor(finding: Finding, occasion: Occasion): number {
  const { atMs, factsPerWeek, reviews } = occasion;
  const earlier = occasion.alarms.filter((alarm) => alarm.atMs <= atMs);
  const lately = earlier.filter((alarm) => alarm.atMs > atMs - 7 * dayMs).length;
  if (lately >= mostPerWeek || isGoingOn(finding, earlier, atMs)) return 0;
  const budget = Math.min(leastOdd, falseAlarmsPerWeek / Math.max(factsPerWeek, 1));
  return (budget / harder ** lately) * tuning(finding, standing(reviews, atMs));
}

/** Of each anomaly what was said of it last before `atMs`: who thinks better of it, or presses twice, has said one thing. */
function standing(reviews: readonly Review[], atMs: number): readonly Review[] {
  const heard = reviews.filter((review) => review.atMs < atMs);
  return [...new Map(heard.map((review) => [review.anomalyId, review])).values()];
}

/** What goes on for days is told once: a burst, a level, a week of late evenings. */
const quietDays: Readonly<Partial<Record<AnomalyKind, number>>> = {
  FREQUENCY: 7,
  UNUSUAL_HOUR: 7,
  LEVEL_SHIFT: 28,
};

const isGoingOn = ({ kind, group }: Finding, alarms: readonly Alarm[], atMs: number): boolean =>
  alarms.some(
    (alarm) =>
      alarm.kind === kind &&
      alarm.group === group &&
      alarm.atMs > atMs - (quietDays[kind] ?? 0) * dayMs,
  );

/** What one answer does to the bar: much to the same kind of the same group, a little to the kind everywhere. */
const effect = {
  EXPECTED: { here: 1 / 8, everywhere: 1 / 1.5 },
  CONFIRMED: { here: 2, everywhere: 1.2 },
} as const;

/** Bounded both ways: nobody can switch a detector off by many answers, nor make it cry all the time. */
const bounds = {
  here: { least: 1 / 512, most: 4 },
  everywhere: { least: 1 / 4, most: 2 },
} as const;

/** How people's answers move the bar of a kind and group: below 1 it must be rarer to be raised. */
export function tuning(
  { kind, group }: Pick<Finding, 'kind' | 'group'>,
  reviews: readonly Review[],
): number {
  const ofKind = reviews.filter((review) => review.kind === kind);
  const here = ofKind.filter((review) => review.group === group);
  return bounded('here', here) * bounded('everywhere', ofKind);
}

function bounded(where: 'here' | 'everywhere', reviews: readonly Review[]): number {
  const { least, most } = bounds[where];
  const product = reviews.reduce((factor, { verdict }) => factor * effect[verdict][where], 1);
  return Math.min(most, Math.max(least, product));
}
