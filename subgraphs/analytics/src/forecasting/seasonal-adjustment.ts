/** What a classical decomposition takes out of a series: one figure a phase of the season. */
export type SeasonalPattern = {
  readonly kind: 'additive' | 'multiplicative';
  /** By position in the season; the first value of the series has position 0. */
  readonly byPhase: Float64Array;
};

/**
 * Whether the autocorrelation at the seasonal lag stands out at the 90 % level, with Bartlett's formula for its variance:
 * the test that the M4 competition's benchmarks use. Needs more than two seasons.
 */
export function isSeasonal(values: Float64Array, season: number): boolean {
  if (season < 2 || values.length <= 2 * season) return false;
  const correlations = autocorrelations(values, season);
  let sum = 0;
  for (let lag = 1; lag < season; lag += 1) sum += (correlations[lag] ?? 0) ** 2;
  const limit = 1.645 * Math.sqrt((1 + 2 * sum) / values.length);
  return Math.abs(correlations[season] ?? 0) > limit;
}

/** Correlations of a series with itself, by lag from 0; all zero for a constant series. */
function autocorrelations(values: Float64Array, lags: number): Float64Array {
  const middle = mean(values);
  const centred = values.map((value) => value - middle);
  const products = new Float64Array(lags + 1);
  for (let lag = 0; lag <= lags; lag += 1) {
    let sum = 0;
    for (let index = lag; index < centred.length; index += 1)
      sum += (centred[index] ?? 0) * (centred[index - lag] ?? 0);
    products[lag] = sum;
  }
  const variance = products[0] ?? 0;
  return variance > 0 ? products.map((product) => product / variance) : products;
}

/** Classical decomposition by a centred moving average over one season. The series needs two whole seasons. */
export function seasonalPattern(
  values: Float64Array,
  season: number,
  kind: SeasonalPattern['kind'],
): SeasonalPattern {
  const trend = centredAverage(values, season);
  const sums = new Float64Array(season);
  const counts = new Float64Array(season);
  for (let index = 0; index < values.length; index += 1) {
    const level = trend[index] ?? Number.NaN;
    if (Number.isNaN(level) || (kind === 'multiplicative' && level === 0)) continue;
    const value = values[index] ?? 0;
    const phase = index % season;
    sums[phase] = (sums[phase] ?? 0) + (kind === 'additive' ? value - level : value / level);
    counts[phase] = (counts[phase] ?? 0) + 1;
  }
  const neutral = kind === 'additive' ? 0 : 1;
  const raw = sums.map((sum, phase) =>
    (counts[phase] ?? 0) > 0 ? sum / (counts[phase] ?? 1) : neutral,
  );
  const middle = mean(raw);
  const byPhase = raw.map((figure) => (kind === 'additive' ? figure - middle : figure / middle));
  return { kind, byPhase };
}

/** The series without its pattern. */
export function adjusted(values: Float64Array, pattern: SeasonalPattern): Float64Array {
  const { kind, byPhase } = pattern;
  const season = byPhase.length;
  const out = new Float64Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    const figure = byPhase[index % season] ?? 0;
    out[index] = kind === 'additive' ? value - figure : value / figure;
  }
  return out;
}

/** Puts the pattern back on values that follow a series of `length` values. */
export function reseasoned(
  values: readonly number[],
  pattern: SeasonalPattern,
  length: number,
): readonly number[] {
  const season = pattern.byPhase.length;
  return values.map((value, step) => {
    const figure = pattern.byPhase[(length + step) % season] ?? 0;
    return pattern.kind === 'additive' ? value + figure : value * figure;
  });
}

/** Mean over one season around each value, half weights at both ends for an even season; NaN where the season does not fit. */
function centredAverage(values: Float64Array, season: number): Float64Array {
  const half = Math.floor(season / 2);
  const isEven = season % 2 === 0;
  const trend = new Float64Array(values.length).fill(Number.NaN);
  for (let index = half; index < values.length - half; index += 1) {
    let sum = 0;
    for (let offset = -half; offset <= half; offset += 1) {
      const weight = isEven && Math.abs(offset) === half ? 0.5 : 1;
      sum += weight * (values[index + offset] ?? 0);
    }
    trend[index] = sum / season;
  }
  return trend;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/**
 * How much of the detrended variance is the season's: 0 for none, 1 for all of it (Wang, Smith and Hyndman 2006). Variances are
 * counted per degree of freedom, since a pattern of twelve figures explains half of two years of noise. Needs over two seasons.
 */
export function seasonalStrength(values: Float64Array, season: number): number {
  const trend = centredAverage(values, season);
  const { byPhase } = seasonalPattern(values, season, 'additive');
  let rest = 0;
  let all = 0;
  let count = 0;
  for (let index = 0; index < values.length; index += 1) {
    const level = trend[index] ?? Number.NaN;
    if (Number.isNaN(level)) continue;
    const detrended = (values[index] ?? 0) - level;
    count += 1;
    all += detrended ** 2;
    rest += (detrended - (byPhase[index % season] ?? 0)) ** 2;
  }
  const perFreedom = (count - 1) / Math.max(1, count - season);
  return all > 0 ? Math.max(0, 1 - (rest / all) * perFreedom) : 0;
}
