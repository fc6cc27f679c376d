export type Chance = () => number;

/** A draw of the standard normal distribution (Box and Muller). */
export const normal = (chance: Chance): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

export const between = (chance: Chance, low: number, high: number): number =>
  low + chance() * (high - low);

/** One of `choices`; each as likely as another. */
export function pick<T>(chance: Chance, choices: readonly T[]): T {
  const chosen = choices[Math.floor(chance() * choices.length)];
  if (chosen === undefined) throw new Error('There is nothing to choose from.');
  return chosen;
}
