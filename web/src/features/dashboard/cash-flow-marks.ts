import { bandMark, forecastMark, type Mark, pastMark, todayMark } from '../../ui/chart-marks.ts';

export const cashMark = pastMark('Cash');

/** The one band that is drawn here: in so many of 100 cases cash is inside. */
export const cashBand = (percent: number): Mark => ({
  ...bandMark(80),
  name: `${percent} of 100 cases`,
  fillOpacity: 0.26,
});

/** What the legend says. @param percent of the forecast's band; null while there is no forecast */
export const cashFlowMarks = (percent: number | null): readonly Mark[] => [
  cashMark,
  ...(percent === null ? [] : [forecastMark, cashBand(percent)]),
  todayMark,
];
