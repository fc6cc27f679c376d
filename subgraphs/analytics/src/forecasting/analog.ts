import { type DayPlaces, dayPlaces } from './calendar/day-places.ts';
import { seasonLength, testedHorizon } from './grains.ts';
import { weightedQuantileOfSorted } from './quantiles.ts';
import type { Member, Series } from './series.ts';

/** Which past periods a period is like, and how much. */
type Likeness = {
  /** Of each period, past or to come: those of kinds that are not alike don't count at all. */
  readonly kinds: Uint8Array;
  readonly areAlike: (kind: number, pastKind: number) => boolean;
  /** Above 0. `target` lies ahead of the series, `past` in it. */
  readonly weight: (target: number, past: number) => number;
};

/**
 * Forecasts a period by the weighted median of the past ones that are like it: recent, at the same place of the week, month or year, a
 * holiday or not. It has no trend and assumes no shape: payment runs, quiet days and months with a bill fall out of the calendar. A kernel
 * quantile regression, in the terms of statistics. Widths were chosen on rolling origins inside training series. Needs 4 values.
 */
export const analog: Member = {
  name: 'analog',
  forecast: (series, horizon) => forecastFrom(openPast(series, horizon), series, horizon),
  settled: (series) => {
    const past = openPast(series, testedHorizon(series.grain));
    return {
      name: 'analog',
      forecast: (part, horizon) =>
        forecastFrom(
          past.count < part.values.length + horizon ? openPast(part, horizon) : past,
          part,
          horizon,
        ),
    };
  },
};

/** Places in the past, and their values, which rise. */
type Candidates = { readonly places: Float64Array; readonly sorted: Float64Array };

/** A series ready to be asked for what comes after it, or after any of its beginnings. */
type OpenPast = {
  /** Periods, past and to come, whose places are known. */
  readonly count: number;
  readonly likeness: Likeness;
  /** What may be like a target of a kind, within the first `known` values. */
  readonly candidates: (kind: number, known: number) => Candidates;
};

/** Sorted once, for a sort for each period ahead, or for each origin of a backtest, would be most of the work. */
function openPast(series: Series, horizon: number): OpenPast {
  const { values } = series;
  const likeness = likenessOf(series, horizon);
  const { kinds, areAlike } = likeness;
  const bySize = Float64Array.from(values.keys()).sort(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0),
  );
  const ofKind = new Map<number, Float64Array>();
  return {
    count: values.length + horizon,
    likeness,
    candidates: (kind, known) => {
      const all = ofKind.get(kind) ?? bySize.filter((past) => areAlike(kind, kinds[past] ?? 0));
      ofKind.set(kind, all);
      return within(all, known, values);
    },
  };
}

/** The places before `known`, and their values. Written out, for a callback for each place takes longer than what it does. */
function within(all: Float64Array, known: number, values: readonly number[]): Candidates {
  const places = new Float64Array(all.length);
  const sorted = new Float64Array(all.length);
  let count = 0;
  for (const past of all) {
    if (past >= known) continue;
    places[count] = past;
    sorted[count] = values[past] ?? 0;
    count += 1;
  }
  return { places: places.subarray(0, count), sorted: sorted.subarray(0, count) };
}

function forecastFrom(
  { likeness, candidates }: OpenPast,
  { values }: Series,
  horizon: number,
): readonly number[] | null {
  if (values.length < 4) return null;
  const ofKind = new Map<number, Candidates>();
  return Array.from({ length: horizon }, (_, step) => {
    const target = values.length + step;
    const kind = likeness.kinds[target] ?? 0;
    const { places, sorted } = ofKind.get(kind) ?? candidates(kind, values.length);
    ofKind.set(kind, { places, sorted });
    const weights = new Float64Array(places.length);
    for (let index = 0; index < places.length; index += 1)
      weights[index] = likeness.weight(target, places[index] ?? 0);
    const middle = weightedQuantileOfSorted(sorted, weights, 0.5);
    return Number.isNaN(middle) ? (values.at(-1) ?? 0) : middle;
  });
}

function likenessOf({ grain, start, values, country }: Series, horizon: number): Likeness {
  const count = values.length + horizon;
  switch (grain) {
    case 'DAY':
      return likeDays(dayPlaces(start, count, { stride: 1, country }), fadingIn(200, count));
    case 'WEEK':
      return likeWeeks(dayPlaces(start, count, { stride: 7, country }), fadingIn(18, count));
    case 'MONTH':
      return likeMonths(fadingIn(9, count));
    default:
      return grain satisfies never;
  }
}

const sunday = 0;
const bankHoliday = 7;

/** A bank holiday is like other holidays and like Sundays; a working day like the same weekday, more so around the same day of the month. */
function likeDays({ weekday, isHoliday, dayOfMonth }: DayPlaces, fading: Float64Array): Likeness {
  const nearness = Float64Array.from({ length: 16 }, (_, days) => 0.35 + bell(days / 5));
  return {
    kinds: weekday.map((day, index) => (isHoliday[index] === 1 ? bankHoliday : day)),
    areAlike: (kind, past) => kind === past || (kind === bankHoliday && past === sunday),
    weight: (target, past) => {
      const apart = around((dayOfMonth[target] ?? 0) - (dayOfMonth[past] ?? 0), 30);
      return (fading[target - past] ?? 0) * (nearness[apart] ?? 0);
    },
  };
}

/** Dates of weeks are those of their Mondays: the first of a month is the one whose Monday is among the first seven days. */
function likeWeeks({ dayOfMonth, weekOfYear }: DayPlaces, fading: Float64Array): Likeness {
  const weekOfMonth = dayOfMonth.map((day) => Math.floor((day - 1) / 7));
  return {
    ...ofOneKind(fading.length),
    weight: (target, past) => {
      const inMonth = weekOfMonth[target] === weekOfMonth[past] ? 1.3 : 0.3;
      const inYear = around((weekOfYear[target] ?? 0) - (weekOfYear[past] ?? 0), 52);
      return (fading[target - past] ?? 0) * inMonth * (1 + bell(inYear / 2));
    },
  };
}

const likeMonths = (fading: Float64Array): Likeness => ({
  ...ofOneKind(fading.length),
  weight: (target, past) => {
    const isSame = (target - past) % seasonLength('MONTH') === 0;
    return (fading[target - past] ?? 0) * (isSame ? 1.35 : 0.48);
  },
});

const ofOneKind = (count: number): Omit<Likeness, 'weight'> => ({
  kinds: new Uint8Array(count),
  areAlike: () => true,
});

/** How much a period counts that lies 0, 1, 2, ... periods back: by the width, less by the factor e. */
const fadingIn = (width: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, back) => Math.exp(-back / width));

const bell = (distance: number): number => Math.exp(-0.5 * distance * distance);

/** Distance on a circle. */
function around(difference: number, circle: number): number {
  const apart = Math.abs(difference) % circle;
  return Math.min(apart, circle - apart);
}
