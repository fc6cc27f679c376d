/** Decisions about one text, counted by category; older ones count less. */
export type Tally = {
  readonly add: (category: number, day: number, weight: number) => void;
  /** Makes all that was decided for other categories count for half a decision at most: a person has said otherwise. */
  readonly overrule: (category: number) => void;
  /** The counts as they are worth on a day. */
  readonly on: (day: number) => Counts;
};

export type Counts = {
  readonly total: number;
  readonly byCategory: readonly (readonly [category: number, count: number])[];
  /** How many decisions, whatever their age. */
  readonly decisions: number;
  readonly lastDay: number;
};

const overruledTotal = 0.5;

/** @param halfLifeDays after so many days a decision counts for half */
export function createTally(halfLifeDays: number): Tally {
  const counts = new Map<number, number>();
  let total = 0;
  let countedOn = Number.NEGATIVE_INFINITY;
  let decisions = 0;
  const worth = (days: number): number => 2 ** (-days / halfLifeDays);

  /** Counts are as of the newest decision's day; one that comes late is dimmed by its age on that day. */
  const weightOn = (day: number): number => {
    if (day <= countedOn) return worth(countedOn - day);
    if (total > 0) {
      const factor = worth(day - countedOn);
      for (const [category, count] of counts) counts.set(category, count * factor);
      total *= factor;
    }
    countedOn = day;
    return 1;
  };

  return {
    add: (category, day, weight) => {
      const dimmed = weight * weightOn(day);
      counts.set(category, (counts.get(category) ?? 0) + dimmed);
      total += dimmed;
      decisions += 1;
    },
    overrule: (category) => {
      const others = total - (counts.get(category) ?? 0);
      if (others <= overruledTotal) return;
      const factor = overruledTotal / others;
      for (const [other, count] of counts) {
        if (other !== category) counts.set(other, count * factor);
      }
      total -= others - overruledTotal;
    },
    on: (day) => {
      const factor = worth(Math.max(0, day - countedOn));
      const byCategory = [...counts].map(
        ([category, count]) => [category, count * factor] as const,
      );
      return { total: total * factor, byCategory, decisions, lastDay: countedOn };
    },
  };
}

/**
 * Pulls probabilities towards counts, in place: (count + strength * probability) / (total + strength), the mean of a Dirichlet
 * posterior whose prior are the probabilities handed in.
 */
export function pullTowards(probabilities: Float64Array, counts: Counts, strength: number): void {
  const scale = 1 / (counts.total + strength);
  for (let i = 0; i < probabilities.length; i += 1) {
    probabilities[i] = (probabilities[i] ?? 0) * strength * scale;
  }
  for (const [category, count] of counts.byCategory) {
    probabilities[category] = (probabilities[category] ?? 0) + count * scale;
  }
}
