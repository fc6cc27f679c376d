import { type Alarm, barFor, type Review } from './bar.ts';
import type { Fact } from './fact.ts';
import type { AnomalyKind, Explanation } from './finding.ts';
import { judge } from './judge.ts';
import { createMemory, type Memory } from './memory.ts';
import { createDetectorRecord } from './record.ts';

/** Facts are compared with so many before them. */
export const windowFacts = 2_000;

/** A fact that is out of the ordinary. */
export type Raised = {
  readonly fact: Fact;
  readonly kind: AnomalyKind;
  readonly group: string;
  /** How probable something at least as odd is where all goes as usual. */
  readonly rarity: number;
} & Explanation;

export type Screening = {
  /**
   * In the order of `byTime`: the facts to be judged, behind those that came before them. Twice the window of these is enough: a fact
   * is judged by the window before it, and the detectors by what they said of that window.
   */
  readonly facts: readonly Fact[];
  /** How many of them came before and are not judged again. */
  readonly before: number;
  /** What was raised before the first fact that is judged. */
  readonly alarms: readonly Alarm[];
  readonly reviews: readonly Review[];
};

/** Looks at one fact after the other; gives what is raised of it, if anything. */
export type Screen = (fact: Fact, place: number) => Raised | null;

/**
 * Finds what is out of the ordinary. The answer for a fact depends on the facts, alarms and answers before it, and on nothing else: the
 * same log gives the same anomalies, in whatever portions it is read.
 */
export function screen(screening: Screening): Raised[] {
  const look = startScreen(screening);
  return screening.facts.flatMap((fact, place) => look(fact, place) ?? []);
}

/** The same, for who has others to let through in between: the facts are to be given one by one, in their order. */
export function startScreen({
  before,
  alarms: earlier,
  reviews,
}: Omit<Screening, 'facts'>): Screen {
  const memory = createMemory(windowFacts);
  const record = createDetectorRecord(windowFacts);
  const alarms = [...earlier];
  // Where more than two windows came before, the first of them only fills the memory.
  const silent = before >= 2 * windowFacts ? before - windowFacts : 0;
  const raise = (fact: Fact, place: number): Raised | null => {
    if (place < silent) return null;
    const { findings } = judge(fact, { memory, record });
    if (place < before) return null;
    const { atMs, logSize, currency } = fact;
    const factsPerWeek = rateOf(memory, fact);
    const occasion = { atMs, logSize, currency, factsPerWeek, alarms, reviews };
    // As in `judge`: of many questions each answer counts the less.
    const found = findings.find(
      (finding) => finding.rarity * findings.length <= barFor(finding, occasion),
    );
    if (!found) return null;
    const { kind, group, rarity } = found;
    alarms.push({ kind, group, atMs });
    return { fact, kind, group, rarity: rarity * findings.length, ...found.explain() };
  };
  return (fact, place) => {
    const raised = raise(fact, place);
    memory.add(fact);
    return raised;
  };
}

const weekMs = 7 * 86_400_000;

/** Facts a week over the last eight weeks, or since the first if that is less; at least a week. */
function rateOf({ facts }: Memory, { atMs }: Fact): number {
  const from = firstFrom(facts, atMs - 8 * weekMs);
  const start = facts[from]?.atMs ?? atMs;
  const weeks = from === 0 ? Math.max(1, (atMs - start) / weekMs) : 8;
  return (facts.length - from) / weeks;
}

/** Where the facts from `atMs` on begin; they are in order of time. */
function firstFrom(facts: readonly Fact[], atMs: number): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.atMs ?? 0) < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
