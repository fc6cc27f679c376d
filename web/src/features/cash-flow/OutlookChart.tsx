import { Area, Line, ReferenceLine } from 'recharts';
import { colorVariable } from '../../theme/color-variable.ts';
import { MoneyChart, still, stillLine } from '../../ui/MoneyChart.tsx';
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

const actual = colorVariable('forecast.actual');
const line = colorVariable('forecast.line');
const before = colorVariable('forecast.today');
const zero = colorVariable('border');

/** From the widest and faintest to the narrowest: each lies on the one before. */
const bands = [
  { key: 'band95', name: '95 of 100', opacity: 0.12 },
  { key: 'band80', name: '80 of 100', opacity: 0.16 },
  { key: 'band50', name: '50 of 100', opacity: 0.26 },
] as const;

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
      {bands.map(({ key, name: share, opacity }) => (
        <Area
          key={key}
          dataKey={key}
          name={share}
          stroke="none"
          fill={line}
          fillOpacity={opacity}
          {...still}
        />
      ))}
      <ReferenceLine y={0} stroke={zero} />
      <Line dataKey="actual" name={name} stroke={actual} {...stillLine} />
      <Line
        dataKey="before"
        name="Without the scenario"
        stroke={before}
        strokeDasharray="1 4"
        {...stillLine}
      />
      <Line dataKey="median" name="Forecast" stroke={line} strokeDasharray="5 4" {...stillLine} />
    </MoneyChart>
  );
}
