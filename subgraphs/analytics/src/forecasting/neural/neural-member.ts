import { readFile } from 'node:fs/promises';
import type { Grain, Member, Series } from '../series.ts';
import { openNet, type OpenNet } from './forward.ts';
import { mediansOf, predictQuantiles, type QuantileForecast } from './predict.ts';
import { decodeWeights } from './weights-file.ts';

/** The trained nets of each grain. */
export type NeuralNets = Readonly<Record<Grain, readonly OpenNet[]>>;

const folder = new URL('../../../models/forecast/', import.meta.url);

/** Reads the committed weights: about 4 MB, once in a thread. Throws when a file is missing or doesn't fit. */
export async function loadNeuralNets(): Promise<NeuralNets> {
  const load = async (grain: Grain): Promise<OpenNet[]> =>
    decodeWeights(await readFile(new URL(`${grain.toLowerCase()}.bin`, folder)), grain).map(
      openNet,
    );
  const [day, week, month] = await Promise.all([load('DAY'), load('WEEK'), load('MONTH')]);
  return { DAY: day, WEEK: week, MONTH: month };
}

/**
 * The global nets as a member: trained once on many series, they need four known values of this one. Takes gaps, any length, any
 * unit, and negative values.
 */
export async function loadNeuralMember(): Promise<Member> {
  const nets = await loadNeuralNets();
  return {
    name: 'NEURAL',
    forecast: (series, horizon) => {
      const rows = forecastQuantiles(nets, series, horizon);
      return rows === null ? null : mediansOf(rows);
    },
  };
}

/** The nets' own distribution of each period at `quantiles`; not calibrated on this series. */
export const forecastQuantiles = (
  nets: NeuralNets,
  series: Series,
  horizon: number,
): QuantileForecast | null => predictQuantiles(nets[series.grain], series, horizon);
