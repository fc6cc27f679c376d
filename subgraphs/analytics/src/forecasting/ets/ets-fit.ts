import { minimize } from '../nelder-mead.ts';
import { adjusted, seasonalPattern } from '../seasonal-adjustment.ts';
import { continueEts, runEts } from './ets-filter.ts';
import { type EtsForm, type EtsParameters, type EtsState, freedom } from './ets-form.ts';

/** A form, and the point of its box where it fits best: other values of the same series have their optimum near it. */
export type EtsChoice = { readonly form: EtsForm; readonly at: Float64Array };

export type EtsModel = EtsChoice & {
  /** Akaike's criterion corrected for small samples, up to a constant that all forms on the same values share. */
  readonly aicc: number;
  readonly forecast: (horizon: number) => readonly number[];
};

/** How often a likelihood is asked at most, and how far the first steps go: from anywhere, or near where the optimum of like values was. */
const searches = { far: { limit: 30, step: 0.2 }, near: { limit: 25, step: 0.05 } } as const;

/**
 * Fits one form by maximum likelihood over its smoothing parameters. The states at the start are not searched for: they come from a
 * decomposition, refined by running the filter backwards from the end (backcasting), which costs three runs instead of a search
 * in 14 dimensions and matters little from three seasons on.
 */
export function fitEts(
  values: Float64Array,
  form: EtsForm,
  near: Float64Array | null = null,
): EtsModel {
  const start = firstState(values, form);
  const state = { ...start, season: start.season.slice() };
  const cost = (parameters: EtsParameters): number => {
    state.level = start.level;
    state.trend = start.trend;
    state.season.set(start.season);
    return minusTwoLogLikelihood(values, form, parameters, state);
  };
  const box = searchBox(form);
  const { at, value } = minimize((point) => cost(toParameters(form, point)), {
    ...box,
    start: near ?? box.start,
    ...(near ? searches.near : searches.far),
  });
  const parameters = toParameters(form, at);
  cost(parameters);
  const estimated = freedom(form);
  const spare = Math.max(0.5, values.length - estimated - 1);
  const aicc = value + (2 * estimated * values.length) / spare;
  return {
    form,
    at,
    aicc,
    forecast: (horizon) =>
      continueEts(form, parameters.phi, state, { from: values.length, horizon }),
  };
}

function minusTwoLogLikelihood(
  values: Float64Array,
  form: EtsForm,
  parameters: EtsParameters,
  state: EtsState,
): number {
  runEts(values, form, parameters, { state, isBackward: false });
  state.trend = -state.trend;
  runEts(values, form, parameters, { state, isBackward: true });
  state.trend = -state.trend;
  const { squares, logScale } = runEts(values, form, parameters, { state, isBackward: false });
  const count = values.length;
  return count * Math.log(Math.max(squares, Number.MIN_VALUE)) + 2 * logScale;
}

function searchBox({ trend, season }: EtsForm): { start: number[]; low: number[]; high: number[] } {
  const axes = [[0.3, 0.001, 0.999]];
  if (trend !== 'N') axes.push([0.1, 0.001, 0.999]);
  if (season !== 'N') axes.push([0.1, 0.001, 0.999]);
  if (trend === 'Ad') axes.push([0.95, 0.8, 0.98]);
  const column = (index: number): number[] => axes.map((axis) => axis[index] ?? 0);
  return { start: column(0), low: column(1), high: column(2) };
}

/** Turns shares into parameters: beta is searched as a share of alpha, gamma as one of 1 - alpha. */
function toParameters({ trend, season }: EtsForm, at: Float64Array): EtsParameters {
  const alpha = at[0] ?? 0;
  const beta = trend === 'N' ? 0 : alpha * (at[1] ?? 0);
  const gamma = season === 'N' ? 0 : (1 - alpha) * (at[trend === 'N' ? 1 : 2] ?? 0);
  const phi = trend === 'N' ? 0 : trend === 'A' ? 1 : (at[at.length - 1] ?? 0);
  return { alpha, beta, gamma, phi };
}

function firstState(values: Float64Array, form: EtsForm): EtsState {
  if (form.season === 'N')
    return { ...lineThroughStart(values, form), season: new Float64Array(1) };
  const kind = form.season === 'M' ? 'multiplicative' : 'additive';
  const pattern = seasonalPattern(values, form.seasonLength, kind);
  const season =
    kind === 'multiplicative'
      ? pattern.byPhase.map((figure) => Math.max(figure, 0.01))
      : pattern.byPhase;
  return { ...lineThroughStart(adjusted(values, { kind, byPhase: season }), form), season };
}

/** Level and slope before the first value, from the least squares line through the first ten. */
function lineThroughStart(
  values: Float64Array,
  { trend }: EtsForm,
): { level: number; trend: number } {
  const first = values.subarray(0, Math.max(2, Math.min(10, values.length)));
  const middle = (first.length - 1) / 2;
  let sum = 0;
  let above = 0;
  let below = 0;
  for (let index = 0; index < first.length; index += 1) {
    sum += first[index] ?? 0;
    above += (index - middle) * (first[index] ?? 0);
    below += (index - middle) ** 2;
  }
  const average = sum / first.length;
  if (trend === 'N') return { level: average, trend: 0 };
  const slope = above / below;
  return { level: average - slope * (middle + 1), trend: slope };
}
