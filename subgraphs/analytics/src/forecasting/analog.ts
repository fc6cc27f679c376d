import { type DayPlaces, dayPlaces } from './calendar/day-places.ts';
import { seasonLength } from './grains.ts';
import { weightedQuantileOfSorted } from './quantiles.ts';
import type { Member, Series } from './series.ts';

/** How alike two periods are: 0 for not at all. `target` lies ahead of the series, `past` in it. */
type Likeness = (target: number, past: number) => number;

/**
 * Forecasts a period by the weighted median of the past ones that are like it: recent, at the same place of the week, month or year, a
 * holiday or not. It has no trend and assumes no shape: payment runs, quiet days and months with a bill fall out of the calendar. A kernel
 * quantile regression, in the terms of statistics. Widths were chosen on rolling origins inside training series. Needs 4 values.
 */
export const analog: Member = {
  name: 'analog',
  forecast: (series, horizon) => {
    const { values } = series;
    if (values.length < 4) return null;
    const likeness = likenessOf(series, horizon);
    // Values are sorted once, for a sort for each period ahead would be most of the work.
    const bySize = values
      .map((_, past) => past)
      .sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
    const sorted = Float64Array.from(bySize, (past) => values[past] ?? 0);
    const weights = new Float64Array(values.length);
    return Array.from({ length: horizon }, (_, step) => {
      bySize.forEach((past, rank) => (weights[rank] = likeness(values.length + step, past)));
      const middle = weightedQuantileOfSorted(sorted, weights, 0.5);
      return Number.isNaN(middle) ? (values.at(-1) ?? 0) : middle;
    });
  },
};

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

/** A bank holiday is like other holidays and like Sundays; a working day like the same weekday, more so around the same day of the month. */
function likeDays({ weekday, isHoliday, dayOfMonth }: DayPlaces, fading: Float64Array): Likeness {
  const nearness = Float64Array.from({ length: 16 }, (_, days) => 0.35 + bell(days / 5));
  return (target, past) => {
    const isRest = isHoliday[target] === 1;
    if (isRest !== (isHoliday[past] === 1) && !(isRest && weekday[past] === 0)) return 0;
    if (!isRest && weekday[target] !== weekday[past]) return 0;
    const apart = around((dayOfMonth[target] ?? 0) - (dayOfMonth[past] ?? 0), 30);
    return (fading[target - past] ?? 0) * (nearness[apart] ?? 0);
  };
}

/** Dates of weeks are those of their Mondays: the first of a month is the one whose Monday is among the first seven days. */
function likeWeeks({ dayOfMonth, weekOfYear }: DayPlaces, fading: Float64Array): Likeness {
  const weekOfMonth = dayOfMonth.map((day) => Math.floor((day - 1) / 7));
  return (target, past) => {
    const inMonth = weekOfMonth[target] === weekOfMonth[past] ? 1.3 : 0.3;
    const inYear = around((weekOfYear[target] ?? 0) - (weekOfYear[past] ?? 0), 52);
    return (fading[target - past] ?? 0) * inMonth * (1 + bell(inYear / 2));
  };
}

const likeMonths =
  (fading: Float64Array): Likeness =>
  (target, past) => {
    const isSame = (target - past) % seasonLength('MONTH') === 0;
    return (fading[target - past] ?? 0) * (isSame ? 1.35 : 0.48);
  };

/** How much a period counts that lies 0, 1, 2, ... periods back: by the width, less by the factor e. */
const fadingIn = (width: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, back) => Math.exp(-back / width));

const bell = (distance: number): number => Math.exp(-0.5 * distance * distance);

/** Distance on a circle. */
function around(difference: number, circle: number): number {
  const apart = Math.abs(difference) % circle;
  return Math.min(apart, circle - apart);
}
