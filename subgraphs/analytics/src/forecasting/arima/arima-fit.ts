import { minimize } from '../nelder-mead.ts';
import { type ArimaForm, coefficientCount } from './arima-form.ts';
import { type ArimaChoice, placedIn } from './arima-choice.ts';
import { arimaErrors } from './arima-errors.ts';
import { type LagPolynomial, lagPolynomial, multiplyOut, setFactors } from './lag-polynomial.ts';

export type ArimaModel = ArimaChoice & {
  /** Akaike's criterion corrected for small samples; infinite for a model that is not stationary or invertible. */
  readonly aicc: number;
  readonly forecast: (horizon: number) => readonly number[];
};

/** How often errors are summed for each coefficient, and how far the first steps go: from anywhere, or near where the optimum of like values was. */
const searches = { far: { asks: 9, step: 0.2 }, near: { asks: 6, step: 0.05 } } as const;

/** How much of the box is used: coefficients right at the border make forecasts that hardly forget. */
const border = 0.98;

/**
 * Fits a form to differenced values by conditional least squares: errors before the first value count as zero, values before it as the
 * mean. Coefficients are searched as partial autocorrelations, so that every point of the box is stationary and invertible
 * (Barndorff-Nielsen and Schou 1973).
 * @param near what fitted like values: the search begins there
 */
export function fitArima(
  values: Float64Array,
  form: ArimaForm,
  { season, near }: { season: number; near?: ArimaChoice | undefined },
): ArimaModel {
  const size = coefficientCount(form);
  const spread = deviation(values);
  const average = mean(values);
  const model = openModel(values, form, season);
  const free = form.p + form.q + form.seasonalP + form.seasonalQ;
  const anywhere = Array.from({ length: size }, (_, axis) => (axis < free ? 0.1 : average));
  const low = anywhere.map((_, axis) => (axis < free ? -border : average - spread));
  const high = anywhere.map((_, axis) => (axis < free ? border : average + spread));
  const { asks, step } = near ? searches.near : searches.far;
  const { at, value } = minimize((point) => runArima(model, point), {
    start: near ? placedIn(form, near, average) : anywhere,
    low,
    high,
    step,
    limit: asks * (size + 1),
  });
  const estimated = size + 1;
  const count = values.length;
  const spare = Math.max(0.5, count - estimated - 1);
  const aicc =
    count * Math.log(Math.max(value, Number.MIN_VALUE) / count) + (2 * estimated * count) / spare;
  return { form, at, aicc, forecast: (horizon) => continueArima(model, at, horizon) };
}

/**
 * A form on its values with the room that a run needs, so that the many runs of a search make no garbage. `centred` and `errors` begin with
 * `pad` zeros, which stand for what was before the first value.
 */
type OpenModel = {
  readonly form: ArimaForm;
  readonly season: number;
  readonly values: Float64Array;
  readonly pad: number;
  readonly centred: Float64Array;
  readonly errors: Float64Array;
  readonly past: LagPolynomial;
  readonly shocks: LagPolynomial;
};

function openModel(values: Float64Array, form: ArimaForm, season: number): OpenModel {
  const past = lagPolynomial(form.p, form.seasonalP, { season, sign: 1 });
  const shocks = lagPolynomial(form.q, form.seasonalQ, { season, sign: -1 });
  const pad = Math.max(past.longest, shocks.longest);
  const room = pad + values.length;
  return {
    form,
    season,
    values,
    pad,
    past,
    shocks,
    centred: new Float64Array(room),
    errors: new Float64Array(room),
  };
}

/** Sets the coefficients and the mean from a point of the box; returns the mean. */
function setCoefficients(
  { form, past, shocks, values, centred, pad }: OpenModel,
  at: Float64Array,
): number {
  const { p, q, seasonalP, hasConstant } = form;
  setFactors(past, at, { ordinary: 0, seasonal: p + q });
  setFactors(shocks, at, { ordinary: p, seasonal: p + q + seasonalP });
  const constant = hasConstant ? (at[at.length - 1] ?? 0) : 0;
  for (let index = 0; index < values.length; index += 1)
    centred[pad + index] = (values[index] ?? 0) - constant;
  return constant;
}

/** The sum of squared one-step errors at a point of the box; leaves the errors in the model. */
function runArima(model: OpenModel, at: Float64Array): number {
  setCoefficients(model, at);
  return arimaErrors(model.centred, model.errors, model);
}

function continueArima(model: OpenModel, at: Float64Array, horizon: number): readonly number[] {
  runArima(model, at);
  const constant = setCoefficients(model, at);
  const { centred, errors, past, shocks } = model;
  multiplyOut(past);
  multiplyOut(shocks);
  const known = centred.length;
  const all = new Float64Array(known + horizon);
  all.set(centred);
  for (let index = known; index < all.length; index += 1) {
    let value = 0;
    past.lags.forEach(
      (lag, term) => (value += (past.weights[term] ?? 0) * (all[index - lag] ?? 0)),
    );
    shocks.lags.forEach(
      (lag, term) => (value += (shocks.weights[term] ?? 0) * (errors[index - lag] ?? 0)),
    );
    all[index] = value;
  }
  return [...all.subarray(known)].map((value) => value + constant);
}

const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: Float64Array): number {
  const middle = mean(values);
  return (
    Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length) || 1e-9
  );
}
