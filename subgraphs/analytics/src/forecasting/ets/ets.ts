import { seasonLength } from '../grains.ts';
import type { Member, Series } from '../series.ts';
import {
  adjusted,
  isSeasonal,
  reseasoned,
  seasonalPattern,
  type SeasonalPattern,
} from '../seasonal-adjustment.ts';
import { type EtsChoice, type EtsModel, fitEts } from './ets-fit.ts';
import { type EtsForm, etsForms } from './ets-form.ts';

/** Above this a season costs more figures than a few years of values can carry: it is taken out by a decomposition instead. */
const longestState = 24;

/** What lies further back says little of a level today. */
const mostValues = 260;
const leastValues = 5;

/**
 * Exponential smoothing in the form that the values speak for: all admissible forms are fitted, the one with the least AICc
 * forecasts (Hyndman and Khandakar 2008). Needs 5 values; looks at the last 260.
 */
export const ets: Member = {
  name: 'ets',
  forecast: (series, horizon) => smooth(series, horizon, chooseForm),
  settled: (series) => {
    const given = series.values.length < leastValues ? null : withoutLongSeason(series);
    const choice = given && chooseForm(given);
    const settle = (part: Given): EtsChoice =>
      choice?.form.seasonLength === part.season ? choice : chooseForm(part);
    return { name: 'ets', forecast: (part, horizon) => smooth(part, horizon, settle) };
  },
};

/** What a form is chosen for: values, and their season as far as the form has to know it (1 for none). */
type Given = { readonly values: Float64Array; readonly season: number };

function smooth(
  series: Series,
  horizon: number,
  choose: (given: Given) => EtsChoice,
): readonly number[] | null {
  if (series.values.length < leastValues) return null;
  const { pattern, ...given } = withoutLongSeason(series);
  const { form, at } = choose(given);
  const ahead = fitEts(given.values, form, at).forecast(horizon);
  return pattern === null ? ahead : reseasoned(ahead, pattern, given.values.length);
}

/** The newest values; where their season is too long for a form, without its pattern. */
function withoutLongSeason({
  grain,
  values,
}: Series): Given & { readonly pattern: SeasonalPattern | null } {
  const known = new Float64Array(values.slice(-mostValues));
  const season = seasonLength(grain);
  if (season <= longestState)
    return { values: known, season: known.length >= 2 * season ? season : 1, pattern: null };
  if (!isSeasonal(known, season)) return { values: known, season: 1, pattern: null };
  const pattern = seasonalPattern(known, season, 'additive');
  return { values: adjusted(known, pattern), season: 1, pattern };
}

/**
 * The form with the least AICc among those without a trend, or with one of the trends added to it. All trends of all seasons and errors would be
 * twice the work, for forecasts as good.
 */
function chooseForm({ values, season }: Given): EtsChoice {
  const isPositive = values.every((value) => value > 0);
  const forms = Map.groupBy(etsForms(season, isPositive), ({ trend }) => trend === 'N');
  const fit = (tried: readonly EtsForm[] = []): readonly EtsModel[] =>
    tried.map((form) => fitEts(values, form));
  const level = leastAicc(fit(forms.get(true)));
  const trending = forms
    .get(false)
    ?.filter(({ error, season: kind }) => error === level.form.error && kind === level.form.season);
  return leastAicc([level, ...fit(trending)]);
}

const leastAicc = (models: readonly EtsModel[]): EtsModel =>
  models.reduce((best, model) => (model.aicc < best.aicc ? model : best));
