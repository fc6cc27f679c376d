import { Area, Line, ReferenceLine } from 'recharts';
import { colorVariable } from '../../theme/color-variable.ts';
import { bandMark, forecastMark, pastMark, unchangedMark } from '../../ui/chart-marks.ts';
import { MoneyChart, still, stillLine } from '../../ui/MoneyChart.tsx';
import { bands } from './outlook-marks.ts';
import type { OutlookSeries } from './outlook-series.ts';
import type { Grain } from './outlook-url.ts';
import { endName } from './period-name.ts';

type Props = {
  readonly series: OutlookSeries;
  readonly grain: Grain;
  readonly currency: string;
  /** What the solid line is: "Cash", "Revenue", "Expenses". */
  readonly name: string;
};

const zero = colorVariable('border');

/** Solid what was, dashed what is likely, three bands for how sure that is. Loaded when first seen. */
export default function OutlookChart({ series, grain, currency, name }: Props) {
  return (
    <MoneyChart
      rows={series.rows}
      along="end"
      nameOf={(end) => endName(end, grain)}
      today={series.today}
      currency={currency}
      height={{ base: '16rem', md: '22rem' }}
    >
      {bands.map((percent) => (
        <Area key={percent} dataKey={`band${percent}`} {...bandMark(percent)} {...still} />
      ))}
      <ReferenceLine y={0} stroke={zero} />
      <Line dataKey="actual" {...pastMark(name)} {...stillLine} />
      <Line dataKey="before" {...unchangedMark} {...stillLine} />
      <Line dataKey="median" {...forecastMark} {...stillLine} />
    </MoneyChart>
  );
}
