/** Lanczos' coefficients (g = 7, n = 9) for ln Γ. */
const lanczos = [
  0.999_999_999_999_809_9, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_1,
  -176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12,
  9.984_369_578_019_572e-6, 1.505_632_735_149_311_6e-7,
];

/** ln Γ(x) for x > 0, good to about 1e-13 (Lanczos 1964). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x - 1 + 7.5;
  const series = lanczos.reduce((sum, c, i) => (i === 0 ? c : sum + c / (x - 1 + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}

/**
 * How probable a Student t value of at least `t` is (one tail). Far tails keep their relative precision, which ranks what is
 * very odd. Abramowitz & Stegun 26.7.1: half the regularized incomplete beta function.
 */
export function studentTail(t: number, degrees: number): number {
  const beyond = 0.5 * regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
  return t >= 0 ? beyond : 1 - beyond;
}

/** I_x(a, b), by its continued fraction where that converges fast (DLMF 8.17.22), else by the symmetry of the beta function. */
function regularizedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Lentz' method; 200 steps are far more than these arguments need. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 200; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-12) break;
  }
  return fraction;
}

/**
 * How probable a count of at least `count` is where `mean` is usual and counts vary as a negative binomial of this `size`
 * (small: very uneven; large: like Poisson).
 */
export function negativeBinomialTail(
  count: number,
  { mean, size }: { readonly mean: number; readonly size: number },
): number {
  const logMiss = Math.log(size / (size + mean));
  const logHit = Math.log(mean / (size + mean));
  const probability = (k: number) =>
    Math.exp(logGamma(k + size) - logGamma(size) - logGamma(k + 1) + size * logMiss + k * logHit);
  // Added from the count upwards: one minus the rest would lose what is small.
  let sum = 0;
  for (let k = count; k < count + 2_000; k += 1) {
    const part = probability(k);
    sum += part;
    if (part < sum * 1e-10) break;
  }
  return Math.min(1, sum);
}
