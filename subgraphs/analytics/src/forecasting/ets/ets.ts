import { seasonLength } from '../grains.ts';
import type { Member } from '../series.ts';
import { adjusted, isSeasonal, reseasoned, seasonalPattern } from '../seasonal-adjustment.ts';
import { type EtsModel, fitEts } from './ets-fit.ts';
import { etsForms } from './ets-form.ts';

/** Above this a season costs more figures than a few years of values can carry: it is taken out by a decomposition instead. */
const longestState = 24;

/**
 * Exponential smoothing in the form that the values speak for: all admissible forms are fitted, the one with the least AICc
 * forecasts (Hyndman and Khandakar 2008). Needs 5 values.
 */
export const ets: Member = {
  name: 'ets',
  forecast: ({ grain, values }, horizon) => {
    if (values.length < 5) return null;
    const known = Float64Array.from(values);
    const season = seasonLength(grain);
    if (season > longestState) return withoutSeason(known, season, horizon);
    const states = known.length >= 2 * season ? season : 1;
    return chooseEts(known, states).forecast(horizon);
  },
};

/** The fitted form with the least AICc. */
export function chooseEts(values: Float64Array, seasonLength: number): EtsModel {
  const isPositive = values.every((value) => value > 0);
  const models = etsForms(seasonLength, isPositive).map((form) => fitEts(values, form));
  return models.reduce((best, model) => (model.aicc < best.aicc ? model : best));
}

function withoutSeason(values: Float64Array, season: number, horizon: number): readonly number[] {
  if (!isSeasonal(values, season)) return chooseEts(values, 1).forecast(horizon);
  const pattern = seasonalPattern(values, season, 'additive');
  return reseasoned(
    chooseEts(adjusted(values, pattern), 1).forecast(horizon),
    pattern,
    values.length,
  );
}
