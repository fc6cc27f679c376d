/** What a fit needs to know of an outcome. */
type Traited = {
  readonly customerId: string;
  readonly traits: readonly string[];
  readonly weight: number;
};

/** How many days later invoices with a trait are paid than the same customer's others; whole days. */
export type TraitEffects = {
  readonly isEmpty: boolean;
  readonly of: (traits: readonly string[]) => number;
};

/** How many invoices the belief "a trait changes nothing" weighs as much as. */
const noEffectStrength = 20;
const sweeps = 8;

/**
 * Fits one number a trait beside each customer's own mean, by turns (backfitting of an additive model), shrunk to nothing. A
 * customer that changes its ways at once shows what the trait does, and one that never changes tells nothing.
 * @param offsetOf days from the due date of an outcome
 */
export function fitEffects<T extends Traited>(
  outcomes: readonly T[],
  offsetOf: (outcome: T) => number,
): TraitEffects {
  const names = new Set(outcomes.flatMap(({ traits }) => traits));
  if (names.size === 0) return { isEmpty: true, of: () => 0 };
  const effects = new Map<string, number>();
  const effectOf = (traits: readonly string[]) =>
    traits.reduce((days, trait) => days + (effects.get(trait) ?? 0), 0);
  const offsets = outcomes.map(offsetOf);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const rest = outcomes.map((one, index) => (offsets[index] ?? 0) - effectOf(one.traits));
    const means = meansBy(outcomes, rest, ({ customerId }) => [customerId], 0);
    const left = outcomes.map(
      (one, index) => (offsets[index] ?? 0) - (means.get(one.customerId) ?? 0),
    );
    for (const name of names) {
      const own = outcomes.map(
        (one, index) => (left[index] ?? 0) - effectOf(one.traits.filter((trait) => trait !== name)),
      );
      const found = meansBy(
        outcomes,
        own,
        ({ traits }) => traits.filter((trait) => trait === name),
        noEffectStrength,
      );
      effects.set(name, found.get(name) ?? 0);
    }
  }
  return { isEmpty: false, of: (traits) => Math.round(effectOf(traits)) };
}

function meansBy<T extends Traited>(
  outcomes: readonly T[],
  values: readonly number[],
  keysOf: (outcome: T) => readonly string[],
  strength: number,
): Map<string, number> {
  const sums = new Map<string, { sum: number; weight: number }>();
  outcomes.forEach((one, index) => {
    for (const key of keysOf(one)) {
      const entry = sums.get(key) ?? { sum: 0, weight: strength };
      entry.sum += one.weight * (values[index] ?? 0);
      entry.weight += one.weight;
      sums.set(key, entry);
    }
  });
  return new Map([...sums].map(([key, { sum, weight }]) => [key, weight > 0 ? sum / weight : 0]));
}
