/** Numbers from 0 up to 1 that look random and are the same for the same seed. */
export type Generator = () => number;

/** Standard normal, by Box and Muller. */
export const normal = (next: Generator): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/** The value below which a standard normal falls with this chance, above 0 and below 1; off by 0.0005 at most (Abramowitz and Stegun 1964, 26.2.23). */
export function normalQuantile(chance: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(chance, 1 - chance)));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  const size = t - above / below;
  return chance < 0.5 ? -size : size;
}

/** Poisson: Knuth's product for small means; above 10 the normal with the first term of Cornish and Fisher (1938), which makes it skewed. */
export function poisson(next: Generator, mean: number): number {
  if (mean <= 0) return 0;
  if (mean > 10) {
    const z = normal(next);
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * z + (z * z - 1) / 6));
  }
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count += 1;
  return count;
}

/** The gamma variable of mean 1 and this variance that lies where a standard normal does (Wilson and Hilferty 1931): for variances up to a half. */
export const gammaAroundOne = (normally: number, variance: number): number =>
  Math.max(0, 1 - variance / 9 + (normally * Math.sqrt(variance)) / 3) ** 3;
