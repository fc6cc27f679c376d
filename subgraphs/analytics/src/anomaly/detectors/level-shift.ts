import { formatMinor } from '@finflow/shared/format-money';
import { studentTail } from '../distributions.ts';
import type { Fact } from '../fact.ts';
import type { Detector, Explanation } from '../finding.ts';
import { median, shrinkSpread, spreadAround } from '../robust.ts';
import { sayRatio } from '../words.ts';

/** Four weeks hold a month's rhythm: rent and wages are in each. */
const span = 28;
const leastSpans = 6;
const mostSpans = 26;
const prior = { spread: 0.35, weight: 4 };
const leastSpread = 0.1;
const degrees = 4;

/**
 * What was spent in the last four weeks against the four-week totals before, one beside the other: a level that moved, though no single
 * entry need be odd. Each four weeks count without their largest day: one large entry is no level, and where most of them hold no
 * second day there is no level that could move.
 */
export const levelShift: Detector = (fact, past) => {
  if (fact.source !== 'ENTRY') return null;
  const [now, ...earlier] = spansUpTo(fact, past.dayTotals(fact.house));
  if (now === undefined || earlier.length < leastSpans) return null;
  if (median(earlier.map(withoutLargest)) <= 0) return null;
  const logs = earlier.map(logWithoutLargest);
  const usual = median(logs);
  const own = { spread: spreadAround(logs, usual), count: logs.length };
  const spread = Math.max(leastSpread, shrinkSpread(own, prior));
  const logRatio = logWithoutLargest(now) - usual;
  return {
    kind: 'LEVEL_SHIFT',
    rarity: studentTail(logRatio / (spread * Math.sqrt(1 + 1 / logs.length)), degrees),
    group: `${fact.house} level`,
    explain: () => sayLevel(fact, now, earlier),
  };
};

/** Four weeks: what they came to, and the largest of their days. Minor units. */
type Span = { total: number; largest: number };

const withoutLargest = ({ total, largest }: Span): number => total - largest;
const logWithoutLargest = (span: Span): number => Math.log(Math.max(1, withoutLargest(span)));

/** The four weeks up to the fact's day, the fact included, the four before them, and so on, as far as the days reach. */
function spansUpTo({ day, amountMinor }: Fact, days: ReadonlyMap<number, number>): Span[] {
  const first = [...days.keys()].reduce((a, b) => Math.min(a, b), day);
  const whole = Math.max(0, Math.min(mostSpans, Math.floor((day - first + 1) / span)));
  const spans: Span[] = Array.from({ length: whole }, () => ({ total: 0, largest: 0 }));
  const add = (at: number, total: number) => {
    const found = spans[Math.floor((day - at) / span)];
    if (!found) return;
    found.total += total;
    found.largest = Math.max(found.largest, total);
  };
  for (const [at, total] of days) if (at < day) add(at, total);
  add(day, (days.get(day) ?? 0) + Number(amountMinor));
  return spans;
}

/** Says what was compared: with their largest days, the sums may stand the other way round. */
function sayLevel(fact: Fact, now: Span, earlier: readonly Span[]): Explanation {
  const rest = withoutLargest(now);
  const usual = median(earlier.map(withoutLargest));
  const say = (minor: number) => formatMinor(BigInt(Math.round(minor)), fact.currency);
  const what = fact.isIncoming ? 'Money in' : 'Spending';
  return {
    reason: `${what} of the last four weeks, without its largest day, came to ${say(rest)}, ${sayRatio(Math.log(rest / usual))} the usual ${say(usual)}.`,
    evidence: [
      { label: 'Last four weeks, without the largest day', value: say(rest), record: null },
      { label: 'The largest day', value: say(now.largest), record: null },
      {
        label: `Middle of ${earlier.length} times four weeks before, each without its largest day`,
        value: say(usual),
        record: null,
      },
    ],
  };
}
