/**
 * Mean absolute error of the seasonal naive forecast inside the series: the scale of MASE (Hyndman and Koehler 2006). Where the
 * series has hardly more than a season, of the naive forecast. 0 for a series that repeats itself exactly, or of one value.
 */
export function naiveError(values: readonly number[], season: number): number {
  const lag = values.length > season + 3 ? season : 1;
  if (values.length <= lag) return 0;
  let sum = 0;
  for (let index = lag; index < values.length; index += 1)
    sum += Math.abs((values[index] ?? 0) - (values[index - lag] ?? 0));
  return sum / (values.length - lag);
}

/** Mean absolute difference of two rows of values, as long as the shorter. */
export function meanAbsoluteError(forecast: readonly number[], actual: readonly number[]): number {
  const count = Math.min(forecast.length, actual.length);
  let sum = 0;
  for (let index = 0; index < count; index += 1)
    sum += Math.abs((forecast[index] ?? 0) - (actual[index] ?? 0));
  return sum / count;
}
