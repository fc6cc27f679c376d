import type { EtsForm, EtsParameters, EtsState } from './ets-form.ts';

/** What a run over the series says of a form and its parameters. */
export type EtsFit = { readonly squares: number; readonly logScale: number };

/**
 * Runs the filter over the values, forwards or backwards in time, leaving `state` as of the last value seen. Errors of a form with
 * multiplicative errors count relative to the forecast; the updates are the same for both kinds of error.
 */
export function runEts(
  values: Float64Array,
  form: EtsForm,
  parameters: EtsParameters,
  run: { state: EtsState; isBackward: boolean },
): EtsFit {
  if (form.season === 'N' && form.error === 'A') return runSeasonless(values, parameters, run);
  const { alpha, beta, gamma, phi } = parameters;
  const { state, isBackward } = run;
  const { season } = state;
  const hasRelativeErrors = form.error === 'M';
  const isProduct = form.season === 'M';
  const hasSeason = form.season !== 'N';
  const length = form.seasonLength;
  const count = values.length;
  const stride = isBackward ? -1 : 1;
  let index = isBackward ? count - 1 : 0;
  let phase = index % length;
  let { level, trend } = state;
  let squares = 0;
  let scale = 1;
  let logScale = 0;
  for (let step = 0; step < count; step += 1) {
    const base = level + phi * trend;
    const seasonal = season[phase] ?? 0;
    const forecast = isProduct ? base * seasonal : base + seasonal;
    const error = (values[index] ?? 0) - forecast;
    const levelError = isProduct ? error / seasonal : error;
    level = base + alpha * levelError;
    trend = phi * trend + beta * levelError;
    if (hasSeason) {
      season[phase] = seasonal + gamma * (isProduct ? error / base : error);
      phase += stride;
      if (phase === length) phase = 0;
      else if (phase < 0) phase = length - 1;
    }
    index += stride;
    if (hasRelativeErrors) {
      squares += (error / forecast) ** 2;
      scale *= Math.abs(forecast);
      if (scale > 1e100 || scale < 1e-100) {
        logScale += Math.log(scale);
        scale = 1;
      }
    } else squares += error * error;
  }
  logScale += Math.log(scale);
  state.level = level;
  state.trend = trend;
  return { squares, logScale };
}

/** The same without a season, for additive errors: most of the runs of a forecast, which takes a third of the time. */
function runSeasonless(
  values: Float64Array,
  { alpha, beta, phi }: EtsParameters,
  { state, isBackward }: { state: EtsState; isBackward: boolean },
): EtsFit {
  const stride = isBackward ? -1 : 1;
  const end = isBackward ? -1 : values.length;
  const first = isBackward ? values.length - 1 : 0;
  let { level, trend } = state;
  let squares = 0;
  if (phi === 0) {
    for (let index = first; index !== end; index += stride) {
      const error = (values[index] ?? 0) - level;
      level += alpha * error;
      squares += error * error;
    }
  } else {
    for (let index = first; index !== end; index += stride) {
      const base = level + phi * trend;
      const error = (values[index] ?? 0) - base;
      level = base + alpha * error;
      trend = phi * trend + beta * error;
      squares += error * error;
    }
  }
  state.level = level;
  state.trend = trend;
  return { squares, logScale: 0 };
}

/** Carries the state on without further values, nearest first. */
export function continueEts(
  form: EtsForm,
  phi: number,
  state: EtsState,
  ahead: { from: number; horizon: number },
): readonly number[] {
  let { level, trend } = state;
  return Array.from({ length: ahead.horizon }, (_, step) => {
    trend *= phi;
    level += trend;
    const seasonal = state.season[(ahead.from + step) % form.seasonLength] ?? 0;
    if (form.season === 'N') return level;
    return form.season === 'M' ? level * seasonal : level + seasonal;
  });
}
