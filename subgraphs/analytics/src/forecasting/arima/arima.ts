import { seasonLength } from '../grains.ts';
import { adjusted, reseasoned, seasonalPattern, seasonalStrength } from '../seasonal-adjustment.ts';
import type { Member, Series } from '../series.ts';
import type { ArimaChoice } from './arima-choice.ts';
import { type ArimaModel, fitArima } from './arima-fit.ts';
import { type ArimaForm, type Differencing, formKey } from './arima-form.ts';
import { applyDifferences, planDifferences, seasonalFrom, undoDifferences } from './differences.ts';

const longestLag = 24;
const most = { p: 3, q: 3, models: 12, values: 156 };

/** What the search decides: how often to difference, and the orders, with their coefficients on the values searched. */
type Orders = { readonly plan: Differencing; readonly choice: ArimaChoice };

/**
 * ARIMA whose orders are found by the stepwise search of Hyndman and Khandakar (2008): from four common models, neighbours by one
 * order are tried as long as AICc falls. A season too long for a lag polynomial is taken out by a decomposition. Needs 8 values;
 * looks at the last 156.
 */
export const arima: Member = {
  name: 'arima',
  forecast: (series, horizon) =>
    series.values.length < 8 ? null : forecastWith(series, horizon, searchOrders),
  settled: (series) => {
    let orders: Orders | null = null;
    if (series.values.length >= 8)
      forecastWith(series, 1, (given) => (orders = searchOrders(given)));
    const settle = (given: Given): Orders =>
      orders?.plan.season === given.season ? orders : searchOrders(given);
    return {
      name: 'arima',
      forecast: (part, horizon) =>
        part.values.length < 8 ? null : forecastWith(part, horizon, settle),
    };
  },
};

/** What orders are searched for: values, their season (1 for none) and how much of their variance is its. */
type Given = { readonly values: Float64Array; readonly season: number; readonly strength: number };

function forecastWith(
  { grain, values }: Series,
  horizon: number,
  choose: (given: Given) => Orders,
): readonly number[] {
  const known = new Float64Array(values.slice(-most.values));
  const season = seasonLength(grain);
  const hasSeasons = known.length >= 2 * season + 4;
  const strength = hasSeasons ? seasonalStrength(known, season) : 0;
  const run = (given: Given): readonly number[] => forecastOrders(given, choose(given), horizon);
  if (season <= longestLag)
    return run({ values: known, season: hasSeasons ? season : 1, strength });
  if (strength < seasonalFrom) return run({ values: known, season: 1, strength: 0 });
  const pattern = seasonalPattern(known, season, 'additive');
  return reseasoned(
    run({ values: adjusted(known, pattern), season: 1, strength: 0 }),
    pattern,
    known.length,
  );
}

function forecastOrders(
  { values, season }: Given,
  { plan, choice }: Orders,
  horizon: number,
): readonly number[] {
  const model = fitArima(applyDifferences(values, plan), choice.form, { season, near: choice });
  return undoDifferences(model.forecast(horizon), values, plan);
}

function searchOrders({ values, season, strength }: Given): Orders {
  const plan = planDifferences(values, season, strength);
  const choice = searchForms(
    applyDifferences(values, plan),
    season,
    plan.ordinary + plan.seasonal < 2,
  );
  return { plan, choice };
}

function searchForms(values: Float64Array, season: number, mayDrift: boolean): ArimaModel {
  const tried = new Map<string, ArimaModel>();
  const attempt = (form: ArimaForm, near?: ArimaChoice): ArimaModel => {
    const known = tried.get(formKey(form)) ?? fitArima(values, form, { season, near });
    tried.set(formKey(form), known);
    return known;
  };
  const first = firstForms(season, mayDrift, values.length);
  let best = leastAicc(first.map((form) => attempt(form)));
  for (;;) {
    const open = neighbours(best.form, season, mayDrift).filter(
      (form) => !tried.has(formKey(form)),
    );
    if (open.length === 0 || tried.size >= most.models) return best;
    const near = best;
    const next = leastAicc(
      open.slice(0, most.models - tried.size).map((form) => attempt(form, near)),
    );
    if (next.aicc >= best.aicc) return best;
    best = next;
  }
}

function firstForms(season: number, hasConstant: boolean, count: number): readonly ArimaForm[] {
  const one = season > 1 ? 1 : 0;
  const orders = [
    { p: 2, q: 2, seasonalP: one, seasonalQ: one },
    { p: 0, q: 0, seasonalP: 0, seasonalQ: 0 },
    { p: 1, q: 0, seasonalP: one, seasonalQ: 0 },
    { p: 0, q: 1, seasonalP: 0, seasonalQ: one },
  ];
  return orders
    .filter((order) => order.p + order.q + 4 < count / 2 || order.p + order.q === 0)
    .map((order) => ({ ...order, hasConstant }));
}

function neighbours(form: ArimaForm, season: number, mayDrift: boolean): readonly ArimaForm[] {
  const { p, q, seasonalP, seasonalQ } = form;
  const seasonal =
    season === 1
      ? []
      : [
          { ...form, seasonalP: 1 - seasonalP },
          { ...form, seasonalQ: 1 - seasonalQ },
          { ...form, seasonalP: 1 - seasonalP, seasonalQ: 1 - seasonalQ },
        ];
  const ordinary = [
    { ...form, p: p - 1 },
    { ...form, q: q - 1 },
    { ...form, p: p + 1 },
    { ...form, q: q + 1 },
    { ...form, p: p - 1, q: q - 1 },
    { ...form, p: p + 1, q: q + 1 },
  ];
  const constant = mayDrift ? [{ ...form, hasConstant: !form.hasConstant }] : [];
  return [...seasonal, ...ordinary, ...constant].filter(
    (next) => next.p >= 0 && next.q >= 0 && next.p <= most.p && next.q <= most.q,
  );
}

const leastAicc = (models: readonly ArimaModel[]): ArimaModel =>
  models.reduce((best, model) => (model.aicc < best.aicc ? model : best));
