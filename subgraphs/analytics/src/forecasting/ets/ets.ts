import { seasonLength } from '../grains.ts';
import type { Member, Series } from '../series.ts';
import { adjusted, isSeasonal, reseasoned, seasonalPattern } from '../seasonal-adjustment.ts';
import { asks, type EtsModel, fitEts } from './ets-fit.ts';
import { type EtsForm, etsForms } from './ets-form.ts';

/** Above this a season costs more figures than a few years of values can carry: it is taken out by a decomposition instead. */
const longestState = 24;

/** What lies further back says little of a level today. */
const mostValues = 260;

/**
 * Exponential smoothing in the form that the values speak for: all admissible forms are fitted, the one with the least AICc
 * forecasts (Hyndman and Khandakar 2008). Needs 5 values; looks at the last 260.
 */
export const ets: Member = {
  name: 'ets',
  forecast: (series, horizon) =>
    series.values.length < 5 ? null : smooth(series, horizon, chooseEts),
  settled: (series) => {
    let chosen: EtsForm | null = null;
    if (series.values.length >= 5)
      smooth(series, 1, (values, season) => {
        const model = chooseEts(values, season);
        chosen = model.form;
        return model;
      });
    return {
      name: 'ets',
      forecast: (part, horizon) =>
        part.values.length < 5 ? null : smooth(part, horizon, fitting(chosen)),
    };
  },
};

type Choice = (values: Float64Array, season: number) => EtsModel;

/** Fits the chosen form; a part with fewer seasons than the form needs chooses for itself. */
const fitting =
  (form: EtsForm | null): Choice =>
  (values, season) =>
    form !== null && form.seasonLength === season
      ? fitEts(values, form, asks.close)
      : chooseEts(values, season);

function smooth({ grain, values }: Series, horizon: number, choose: Choice): readonly number[] {
  const known = Float64Array.from(values.slice(-mostValues));
  const season = seasonLength(grain);
  if (season <= longestState)
    return choose(known, known.length >= 2 * season ? season : 1).forecast(horizon);
  if (!isSeasonal(known, season)) return choose(known, 1).forecast(horizon);
  const pattern = seasonalPattern(known, season, 'additive');
  return reseasoned(choose(adjusted(known, pattern), 1).forecast(horizon), pattern, known.length);
}

/** The fitted form with the least AICc. */
function chooseEts(values: Float64Array, seasonLength: number): EtsModel {
  const isPositive = values.every((value) => value > 0);
  const models = etsForms(seasonLength, isPositive).map((form) => fitEts(values, form, asks.rough));
  const { form } = models.reduce((best, model) => (model.aicc < best.aicc ? model : best));
  return fitEts(values, form, asks.close);
}
