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

/** OPEN takes back what was said before. */
export const verdicts = ['EXPECTED', 'CONFIRMED', 'OPEN'] as const;
export type Verdict = (typeof verdicts)[number];

/** What somebody said of an anomaly of this kind and group. */
export type Review = {
  readonly anomalyId: string;
  readonly kind: AnomalyKind;
  readonly group: string;
  readonly verdict: Verdict;
  readonly atMs: number;
} & Size;

/** How much money a record is about: the logarithm of its minor units, and in which currency. */
export type Size = { readonly logSize: number; readonly currency: string };

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
} & Size;

const dayMs = 86_400_000;

/** How rare a finding must be to be raised. 0: nothing is. */
export function barFor(finding: Finding, occasion: Occasion): number {
  const { atMs, factsPerWeek, reviews } = occasion;
  const earlier = occasion.alarms.filter((alarm) => alarm.atMs <= atMs);
  const lately = earlier.filter((alarm) => alarm.atMs > atMs - 7 * dayMs).length;
  if (lately >= mostPerWeek || isGoingOn(finding, earlier, atMs)) return 0;
  const budget = Math.min(leastOdd, falseAlarmsPerWeek / Math.max(factsPerWeek, 1));
  return (budget / harder ** lately) * tuning({ ...occasion, ...finding }, standing(reviews, atMs));
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
  OPEN: { here: 1, everywhere: 1 },
} as const;

/** Bounded both ways: nobody can switch a detector off by many answers, nor make it cry all the time. */
const bounds = {
  here: { least: 1 / 512, most: 4 },
  everywhere: { least: 1 / 4, most: 2 },
} as const;

/** What answers are weighed for: something of this kind and group, about so much money. */
export type Asked = Pick<Finding, 'kind' | 'group'> & Size;

/** How people's answers move the bar of a kind and group: below 1 it must be rarer to be raised. */
export function tuning(asked: Asked, reviews: readonly Review[]): number {
  const ofKind = reviews.filter(({ kind }) => kind === asked.kind);
  const here = ofKind.filter(({ group }) => group === asked.group);
  return bounded('here', asked, here) * bounded('everywhere', asked, ofKind);
}

function bounded(where: 'here' | 'everywhere', asked: Asked, reviews: readonly Review[]): number {
  const { least, most } = bounds[where];
  const product = reviews.reduce(
    (factor, review) => factor * effect[review.verdict][where] ** reach(review, asked),
    1,
  );
  return Math.min(most, Math.max(least, product));
}

/** Up to twice the amount an answer holds in full, from ten times on not at all. */
const holdsFor = { whole: Math.log(2), none: Math.log(10) } as const;

/**
 * How much of an answer holds for another amount, from 0 to 1. Who expected a new payee at 2,000 has said nothing of one at 200,000. A level is
 * not the amount of the record by which it was noticed, and amounts of two currencies are not compared.
 */
function reach(review: Review, { kind, logSize, currency }: Asked): number {
  if (review.verdict !== 'EXPECTED' || kind === 'LEVEL_SHIFT' || review.currency !== currency)
    return 1;
  const left = holdsFor.none - (logSize - review.logSize);
  return Math.min(1, Math.max(0, left / (holdsFor.none - holdsFor.whole)));
}
