import type { Grain } from '../series.ts';

/** What a net reads and says. Everything about its size follows from this. */
export type NetShape = {
  readonly grain: Grain;
  /** Periods before the forecast that it sees; what lies earlier, or is unknown, is masked. */
  readonly window: number;
  /** Periods that it says at once. A longer forecast goes on from its own medians. */
  readonly horizon: number;
  /** Periods of which the mean is the level that values are told against. */
  readonly recent: number;
  /** How many periods before each period of the forecast it sees one more value, beyond the window; null for none. */
  readonly echo: number | null;
  /** Days or weeks over which it is told what came at the same place of a month; null for none. */
  readonly monthly: number | null;
  /** Seasonal lag in whose naive error misses are counted while it learns. */
  readonly season: number;
  readonly width: number;
  readonly blocks: number;
};

/** The parts of the distribution that a net says of each period. The middle one is its forecast. */
export const quantiles = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975] as const;
export const middle = quantiles.indexOf(0.5);

const size = { width: 160, blocks: 2 } as const;

export const netShapes: Readonly<Record<Grain, NetShape>> = {
  MONTH: {
    grain: 'MONTH',
    window: 48,
    horizon: 12,
    recent: 12,
    echo: null,
    monthly: null,
    season: 12,
    ...size,
  },
  WEEK: {
    grain: 'WEEK',
    window: 117,
    horizon: 13,
    recent: 13,
    echo: null,
    monthly: 52,
    season: 52,
    ...size,
  },
  DAY: {
    grain: 'DAY',
    window: 84,
    horizon: 28,
    recent: 28,
    echo: 364,
    monthly: null,
    season: 7,
    ...size,
  },
};

/** Of the window as a whole: its level against its spread, the share that is known, how lively its last periods were. */
const summaryCount = 3;

export const inputCount = ({ window, horizon, echo, monthly }: NetShape): number =>
  2 * (window + (echo === null ? 0 : horizon) + (monthly === null ? 0 : horizon)) + summaryCount;

export const outputCount = ({ horizon }: NetShape): number => horizon * quantiles.length;

export type LayerSize = {
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
};

/** The layers in the order in which they are stored: entry, two for each block, head, skip. */
export function layerSizes(shape: NetShape): LayerSize[] {
  const { width, blocks } = shape;
  const [seen, said] = [inputCount(shape), outputCount(shape)];
  const inner = Array.from({ length: blocks }, (_, block) => [
    { name: `inner ${block}`, inputs: width, outputs: width },
    { name: `outer ${block}`, inputs: width, outputs: width },
  ]);
  return [
    { name: 'entry', inputs: seen, outputs: width },
    ...inner.flat(),
    { name: 'head', inputs: width, outputs: said },
    { name: 'skip', inputs: seen, outputs: said },
  ];
}
