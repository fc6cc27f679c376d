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
 * customer that changes its ways shows what the trait does, and one that never changes tells nothing.
 * @param offsetOf days from the due date of an outcome
 */
export function fitEffects<T extends Traited>(
  outcomes: readonly T[],
  offsetOf: (outcome: T) => number,
): TraitEffects {
  const traits = new Set(outcomes.flatMap((one) => one.traits));
  if (traits.size === 0) return { isEmpty: true, of: () => 0 };
  /** What an offset has left over after the effects of all groups it is in. */
  const left = outcomes.map(offsetOf);
  const weights = outcomes.map(({ weight }) => weight);
  const customers = [...membersOf(outcomes, ({ customerId }) => [customerId]).values()];
  const withTrait = membersOf(outcomes, (one) => one.traits);
  const effects = new Map<string, number>();
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const members of customers) moveOut(left, weights, members, 0);
    for (const [trait, members] of withTrait) {
      // What an earlier sweep gave is weighed anew, so that the shrinking holds for the sum of all sweeps.
      const before = effects.get(trait) ?? 0;
      for (const index of members) left[index] = (left[index] ?? 0) + before;
      effects.set(trait, moveOut(left, weights, members, noEffectStrength));
    }
  }
  return {
    isEmpty: false,
    of: (own) => Math.round(own.reduce((days, trait) => days + (effects.get(trait) ?? 0), 0)),
  };
}

/** The indexes of the outcomes with each key. */
function membersOf<T>(
  outcomes: readonly T[],
  keysOf: (outcome: T) => readonly string[],
): Map<string, number[]> {
  const members = new Map<string, number[]>();
  outcomes.forEach((one, index) => {
    for (const key of keysOf(one)) {
      const list = members.get(key) ?? [];
      members.set(key, list);
      list.push(index);
    }
  });
  return members;
}

/** Takes the members' weighted mean out of what they have left, and returns it; `strength` draws it towards 0. */
function moveOut(
  left: number[],
  weights: readonly number[],
  members: readonly number[],
  strength: number,
): number {
  let [sum, weight] = [0, strength];
  for (const index of members) {
    sum += (weights[index] ?? 0) * (left[index] ?? 0);
    weight += weights[index] ?? 0;
  }
  const mean = weight > 0 ? sum / weight : 0;
  for (const index of members) left[index] = (left[index] ?? 0) - mean;
  return mean;
}
