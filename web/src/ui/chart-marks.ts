import { colorVariable } from '../theme/color-variable.ts';

/** How a series is drawn, in the chart and in its legend. No two of a chart differ by colour alone. */
export type Mark = {
  readonly name: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly strokeDasharray?: string;
  /** Of an area; a line has none. */
  readonly fill?: string;
  readonly fillOpacity?: number;
};

const line = colorVariable('forecast.line');

/** A solid line: what was. */
export const pastMark = (name: string): Mark => ({
  name,
  stroke: colorVariable('forecast.actual'),
  strokeWidth: 2,
});

/** A dashed line: what is likely. */
export const forecastMark: Mark = {
  name: 'Forecast',
  stroke: line,
  strokeWidth: 2,
  strokeDasharray: '5 4',
};

/** A dotted line: what would have been likely. */
export const unchangedMark: Mark = {
  name: 'Without the scenario',
  stroke: colorVariable('forecast.today'),
  strokeWidth: 2,
  strokeDasharray: '1 4',
};

/** An upright line where the past ends. */
export const todayMark: Mark = {
  name: 'Today',
  stroke: colorVariable('forecast.today'),
  strokeWidth: 1,
  strokeDasharray: '2 3',
};

/** The edges of a band say how wide it is to those who can't tell its shades apart. */
const edges = { 50: {}, 80: { strokeDasharray: '6 3' }, 95: { strokeDasharray: '1 3' } } as const;
const opacities = { 50: 0.26, 80: 0.16, 95: 0.12 } as const;
export type BandPercent = keyof typeof edges;

/** A shaded band: where it ends in so many of 100 cases. */
export const bandMark = (percent: BandPercent): Mark => ({
  name: `${percent} of 100 cases`,
  stroke: line,
  strokeWidth: 0.75,
  ...edges[percent],
  fill: line,
  fillOpacity: opacities[percent],
});
