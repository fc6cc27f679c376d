import { type DayPlaces, dayPlaces } from './calendar/day-places.ts';
import { seasonLength } from './grains.ts';
import { type Weighted, weightedQuantile } from './quantiles.ts';
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
    return Array.from({ length: horizon }, (_, step) => {
      const parts: Weighted[] = [];
      values.forEach((value, past) => {
        const weight = likeness(values.length + step, past);
        if (weight > 0) parts.push({ value, weight });
      });
      const middle = weightedQuantile(parts, 0.5);
      return Number.isNaN(middle) ? (values.at(-1) ?? 0) : middle;
    });
  },
};

function likenessOf({ grain, start, values, country }: Series, horizon: number): Likeness {
  const count = values.length + horizon;
  switch (grain) {
    case 'DAY':
      return likeDays(dayPlaces(start, count, { stride: 1, country }));
    case 'WEEK':
      return likeWeeks(dayPlaces(start, count, { stride: 7, country }));
    case 'MONTH':
      return likeMonths;
    default:
      return grain satisfies never;
  }
}

/** A bank holiday is like other holidays and like Sundays; a working day like the same weekday, more so around the same day of the month. */
function likeDays({ weekday, isHoliday, dayOfMonth }: DayPlaces): Likeness {
  return (target, past) => {
    const isRest = isHoliday[target] === 1;
    if (isRest !== (isHoliday[past] === 1) && !(isRest && weekday[past] === 0)) return 0;
    if (!isRest && weekday[target] !== weekday[past]) return 0;
    const apart = around((dayOfMonth[target] ?? 0) - (dayOfMonth[past] ?? 0), 30);
    return Math.exp((past - target) / 200) * (0.35 + bell(apart / 5));
  };
}

/** Dates of weeks are those of their Mondays: the first of a month is the one whose Monday is among the first seven days. */
function likeWeeks({ dayOfMonth, weekOfYear }: DayPlaces): Likeness {
  const weekOfMonth = dayOfMonth.map((day) => Math.floor((day - 1) / 7));
  return (target, past) => {
    const inMonth = weekOfMonth[target] === weekOfMonth[past] ? 1.3 : 0.3;
    const inYear = around((weekOfYear[target] ?? 0) - (weekOfYear[past] ?? 0), 52);
    return Math.exp((past - target) / 18) * inMonth * (1 + bell(inYear / 2));
  };
}

const likeMonths: Likeness = (target, past) => {
  const isSame = (target - past) % seasonLength('MONTH') === 0;
  return Math.exp((past - target) / 9) * (isSame ? 1.35 : 0.48);
};

const bell = (distance: number): number => Math.exp(-0.5 * distance * distance);

/** Distance on a circle. */
function around(difference: number, circle: number): number {
  const apart = Math.abs(difference) % circle;
  return Math.min(apart, circle - apart);
}
