/** Decisions about one text, counted by category; older ones count less. */
export type Tally = {
  readonly add: (category: number, day: number, weight: number) => void;
  /** Makes all that was decided for other categories count for half a decision at most: a person has said otherwise. */
  readonly overrule: (category: number) => void;
  /**
   * Pulls probabilities towards the tally's shares, in place: (count + strength * probability) / (total + strength), the mean of a
   * Dirichlet posterior whose prior are the probabilities handed in.
   */
  readonly mix: (probabilities: Float64Array, day: number, strength: number) => void;
  readonly summary: () => {
    readonly count: number;
    readonly lastDay: number;
    readonly category: number;
  };
};

const overruledTotal = 0.5;

export function createTally(halfLifeDays: number): Tally {
  const counts = new Map<number, number>();
  let total = 0;
  let countedOn = Number.NEGATIVE_INFINITY;
  let decisions = 0;

  const dim = (factor: number): void => {
    for (const [category, count] of counts) counts.set(category, count * factor);
    total *= factor;
  };

  /** Counts are as of the newest decision's day; one that comes late is dimmed by its age on that day. */
  const weightOn = (day: number): number => {
    if (day <= countedOn) return 2 ** ((day - countedOn) / halfLifeDays);
    if (total > 0) dim(2 ** ((countedOn - day) / halfLifeDays));
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
      const factor = Math.min(1, overruledTotal / others);
      if (others <= 0 || factor === 1) return;
      for (const [other, count] of counts)
        if (other !== category) counts.set(other, count * factor);
      total -= others * (1 - factor);
    },
    mix: (probabilities, day, strength) => {
      const age = Math.max(0, day - countedOn);
      const factor = 2 ** (-age / halfLifeDays);
      const scale = 1 / (total * factor + strength);
      for (let i = 0; i < probabilities.length; i += 1) {
        probabilities[i] = (probabilities[i] ?? 0) * strength * scale;
      }
      for (const [category, count] of counts) {
        probabilities[category] = (probabilities[category] ?? 0) + count * factor * scale;
      }
    },
    summary: () => {
      let best = -1;
      let most = Number.NEGATIVE_INFINITY;
      for (const [category, count] of counts) {
        if (count > most || (count === most && category < best)) [best, most] = [category, count];
      }
      return { count: decisions, lastDay: countedOn, category: best };
    },
  };
}
