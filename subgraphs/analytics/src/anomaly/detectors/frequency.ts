import { formatMinor } from '@finflow/shared/format-money';
import { negativeBinomialTail, studentTail } from '../distributions.ts';
import type { Fact } from '../fact.ts';
import { type Detector, type Evidence, recordOf } from '../finding.ts';
import { median, shrinkSpread, spreadAround } from '../robust.ts';
import { plural, sayDate, sayFact, sayPayeesFacts } from '../words.ts';

const leastWeeks = 8;
const leastGaps = 5;
/** Gaps without any rhythm spread about this much on a logarithmic scale; worth three gaps of experience. */
const prior = { spread: 1.2, weight: 3 };
const degrees = 4;

/**
 * Too many within seven days, or, of money that goes out, too soon after the last. What should be rare (refunds, failures, disputes) is
 * counted for the whole house, the rest for each party from its first on: what begins comes more than once. Parts of one invoice are one payment.
 */
export const frequency: Detector = (fact, past) => {
  const isRare = ['REFUND', 'FAILURE', 'DISPUTE'].includes(fact.source);
  const group = isRare ? fact.house : fact.payee;
  if (group === null) return null;
  const facts = past.latest(group).filter((other) => !isOfSameInvoice(fact, other));
  const start = isRare && facts.length < 60 ? past.facts[0] : facts[0];
  const burst = start ? burstRarity(fact, facts, start) : null;
  const soon = isRare || fact.isIncoming ? null : soonRarity(fact, facts);
  if (burst === null && soon === null) return null;
  const isBurst = (burst ?? 1) <= (soon ?? 1);
  return {
    kind: 'FREQUENCY',
    // Where two questions were asked, the smaller of two answers counts double.
    rarity: Math.min(
      1,
      (burst === null || soon === null ? 1 : 2) * Math.min(burst ?? 1, soon ?? 1),
    ),
    group,
    explain: () =>
      isBurst
        ? { reason: sayBurst(fact, facts, isRare), evidence: theLast(facts, fact, 7) }
        : { reason: saySoon(fact, facts), evidence: theLast(facts, fact, 400) },
  };
};

const isOfSameInvoice = (fact: Fact, other: Fact): boolean =>
  fact.source === 'RECEIPT' && fact.invoiceId !== null && fact.invoiceId === other.invoiceId;

/** The facts of the last seven days, by their business dates. */
const within = (facts: readonly Fact[], { day }: Fact, days: number): readonly Fact[] =>
  facts.filter((other) => {
    const age = day - other.day;
    return age >= 0 && age < days;
  });

/** How odd so many in a week are: a negative binomial around the rate since `start`, as uneven as the weeks so far. */
function burstRarity(fact: Fact, facts: readonly Fact[], start: Fact): number | null {
  const recent = within(facts, fact, 7).length + 1;
  if (recent < 2) return null;
  const weeks = (fact.day - start.day) / 7 - 1;
  if (weeks < leastWeeks) return null;
  const before = facts.length - (recent - 1);
  // Half an event and half a week more: what never came may still come.
  const mean = (before + 0.5) / (weeks + 0.5);
  // The fact is there, so the question is how many more came with it.
  return negativeBinomialTail(recent - 1, { mean, size: before + 0.5 });
}

/** How odd so short a gap is, among the gaps so far. */
function soonRarity(fact: Fact, facts: readonly Fact[]): number | null {
  const days = facts.map(({ day }) => day).toSorted((a, b) => a - b);
  const gaps = gapsBetween(days).map(logGap);
  const last = days.at(-1);
  if (gaps.length < leastGaps || last === undefined || fact.day < last) return null;
  const usual = median(gaps);
  const own = { spread: spreadAround(gaps, usual), count: gaps.length };
  return studentTail((usual - logGap(fact.day - last)) / shrinkSpread(own, prior), degrees);
}

/** Half a day, so that twice a day has a logarithm. */
const logGap = (days: number): number => Math.log(days + 0.5);

const gapsBetween = (days: readonly number[]): number[] =>
  days.slice(1).map((day, i) => day - (days[i] ?? day));

function sayBurst(fact: Fact, facts: readonly Fact[], isRare: boolean): string {
  const count = within(facts, fact, 7).length + 1;
  const before = facts.length - count + 1;
  const what = isRare ? plural[fact.source] : sayPayeesFacts(fact);
  return before === 0
    ? `${count} ${what} within seven days, and none in all the time before.`
    : `${count} ${what} within seven days; before that ${before === 1 ? 'there was one' : `there were ${before}`} in ${weeksOf(facts, fact)} weeks.`;
}

const weeksOf = (facts: readonly Fact[], { day }: Fact): number =>
  Math.max(1, Math.round((day - (facts[0]?.day ?? day)) / 7));

function saySoon(fact: Fact, facts: readonly Fact[]): string {
  const before = facts.map(({ day }) => day).toSorted((a, b) => a - b);
  const gaps = gapsBetween(before);
  const days = fact.day - (before.at(-1) ?? fact.day);
  const usual = Math.round(median(gaps));
  const soon =
    days === 0 ? 'on the same day as the last one' : `${sayDays(days)} after the last one`;
  return `${sayFact(fact)} came ${soon}; usually ${sayDays(usual)} ${usual === 1 ? 'lies' : 'lie'} between.`;
}

const sayDays = (days: number): string => (days === 1 ? 'one day' : `${days} days`);

const theLast = (facts: readonly Fact[], fact: Fact, days: number): Evidence[] =>
  within(facts, fact, days)
    .slice(-3)
    .map((other) => ({
      label: `On ${sayDate(other.date)}`,
      value: formatMinor(other.amountMinor, other.currency),
      record: recordOf(other),
    }));
