import { Area, Line } from 'recharts';
import { colorVariable } from '../../theme/color-variable.ts';
import { MoneyChart, still, stillLine } from '../../ui/MoneyChart.tsx';
import type { Series } from './cash-flow-series.ts';

type Props = { readonly series: Series; readonly currency: string };

const actual = colorVariable('forecast.actual');
const line = colorVariable('forecast.line');
const band = colorVariable('forecast.band');

/** Solid what was, dashed what is likely, a band for how sure that is. Loaded when first seen. */
export default function CashFlowChart({ series, currency }: Props) {
  return (
    <MoneyChart
      rows={series.rows}
      along="label"
      today={series.todayLabel}
      currency={currency}
      height={{ base: '15rem', md: '20rem' }}
    >
      <Area dataKey="band" name="80% band" stroke="none" fill={band} fillOpacity={0.9} {...still} />
      <Line dataKey="actual" name="Cash" stroke={actual} {...stillLine} />
      <Line dataKey="median" name="Forecast" stroke={line} strokeDasharray="5 4" {...stillLine} />
    </MoneyChart>
  );
}
