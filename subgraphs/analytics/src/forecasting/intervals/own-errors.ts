import { quantile } from '../quantiles.ts';
import { type IntervalPercent, type Series } from '../series.ts';
import { type ErrorScale, pastErrors } from './error-scale.ts';
import { tableRows, type Widening } from './errors-at.ts';
import type { MedianPath } from '../median-path.ts';

const none: Widening = { 50: 1, 80: 1, 95: 1 };

/** As many errors of its own count as much as the table does. They are weighed with hindsight, so they are not trusted sooner. */
const tableCountsAs = 80;

/** How far the series' own errors may differ from the table's before they are held for chance. */
const most = 5;

/**
 * How the shape of the series' own errors differs from that of others: by what each interval of the table is multiplied so that it would
 * have held its share of the past, drawn towards 1 where the past is short. Of days nothing is said: on training series their own
 * shape foretold less than the table's.
 */
export function ownWidening(series: Series, path: MedianPath, scale: ErrorScale): Widening {
  const sizes = pastErrors(path).map(({ size, step }) => size / (scale[step] ?? 1));
  if (series.grain === 'DAY' || sizes.length === 0) return none;
  const rows = tableRows(series);
  const trust = sizes.length / (sizes.length + tableCountsAs);
  const factor = (percent: IntervalPercent): number => {
    const usual = rows.reduce(
      (sum, { value }) => sum + (value[percent][1] - value[percent][0]) / 2 / rows.length,
      0,
    );
    const ratio = quantile(sizes, percent / 100) / usual;
    return Math.min(most, Math.max(1 / most, ratio)) ** trust;
  };
  return { 50: factor(50), 80: factor(80), 95: factor(95) };
}
