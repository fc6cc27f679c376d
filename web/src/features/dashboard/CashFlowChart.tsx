import { Area, Line } from 'recharts';
import { forecastMark } from '../../ui/chart-marks.ts';
import { MoneyChart, still, stillLine } from '../../ui/MoneyChart.tsx';
import { cashBand, cashMark } from './cash-flow-marks.ts';
import type { Series } from './cash-flow-series.ts';

type Props = {
  readonly series: Series;
  readonly currency: string;
  /** Of 100 cases, in how many cash is inside the band; null without a forecast. */
  readonly percent: number | null;
};

/** Solid what was, dashed what is likely, a band for how sure that is. Loaded when first seen. */
export default function CashFlowChart({ series, currency, percent }: Props) {
  return (
    <MoneyChart
      rows={series.rows}
      along="label"
      today={series.todayLabel}
      currency={currency}
      height={{ base: '15rem', md: '20rem' }}
    >
      {percent !== null && <Area dataKey="band" {...cashBand(percent)} {...still} />}
      <Line dataKey="actual" {...cashMark} {...stillLine} />
      {percent !== null && <Line dataKey="median" {...forecastMark} {...stillLine} />}
    </MoneyChart>
  );
}
