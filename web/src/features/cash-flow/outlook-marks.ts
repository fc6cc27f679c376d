import {
  bandMark,
  forecastMark,
  type Mark,
  pastMark,
  todayMark,
  unchangedMark,
} from '../../ui/chart-marks.ts';

/** From the widest and faintest to the narrowest: each lies on the one before. */
export const bands = [95, 80, 50] as const;

/** What the chart's legend says, in the order in which a reader needs it. */
export const outlookMarks = (name: string, hasScenario: boolean): readonly Mark[] => [
  pastMark(name),
  forecastMark,
  ...(hasScenario ? [unchangedMark] : []),
  ...bands.toReversed().map((percent) => shadeOf(percent)),
  todayMark,
];

/** A band as it looks where the wider ones shine through. */
function shadeOf(percent: (typeof bands)[number]): Mark {
  const below = bands.slice(0, bands.indexOf(percent) + 1).map(bandMark);
  const light = below.reduce((rest, { fillOpacity = 0 }) => rest * (1 - fillOpacity), 1);
  return { ...bandMark(percent), fillOpacity: 1 - light };
}
