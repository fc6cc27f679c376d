/** Numbers from 0 up to 1 that look random and are the same for the same seed. */
export type Generator = () => number;

/** Standard normal, by Box and Muller. */
export const normal = (next: Generator): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

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

/** Gamma with mean 1 and this variance (Marsaglia and Tsang 2000); 1 where the variance is nothing. */
export function gammaAroundOne(next: Generator, variance: number): number {
  if (variance < 1e-6) return 1;
  const shape = 1 / variance;
  if (shape < 1) return gammaOf(next, shape + 1) * (1 - next()) ** (1 / shape) * variance;
  return gammaOf(next, shape) * variance;
}

function gammaOf(next: Generator, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normal(next);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - next()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}
