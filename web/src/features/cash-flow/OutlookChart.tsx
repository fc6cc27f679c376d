import { Box } from '@chakra-ui/react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatMoney, formatMoneyShort, fromMinor } from '../../lib/format-money.ts';
import { colorVariable } from '../../theme/color-variable.ts';
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
const today = colorVariable('forecast.today');
const grid = colorVariable('border');
const text = colorVariable('fg.muted');
const panel = colorVariable('bg.panel');

/** From the widest and faintest to the narrowest: each lies on the one before. */
const bands = [
  { key: 'band95', name: '95 of 100', opacity: 0.12 },
  { key: 'band80', name: '80 of 100', opacity: 0.16 },
  { key: 'band50', name: '50 of 100', opacity: 0.26 },
] as const;

/** Solid what was, dashed what is likely, three bands for how sure that is. Loaded when first seen. */
export default function OutlookChart({ series, grain, currency, name }: Props) {
  const toMoney = (value: number) => fromMinor(BigInt(Math.round(value)), currency);
  const exact = (value: unknown) => (typeof value === 'number' ? formatMoney(toMoney(value)) : '');
  const still = { isAnimationActive: false, dot: false, strokeWidth: 2 } as const;
  return (
    <Box h={{ base: '16rem', md: '22rem' }} fontSize="xs" css={focusRing}>
      <ComposedChart
        responsive
        style={{ width: '100%', height: '100%' }}
        data={[...series.rows]}
        margin={{ top: 18, right: 8, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke={grid} />
        <XAxis
          dataKey="end"
          tickFormatter={(end: string) => endName(end, grain)}
          tickLine={false}
          axisLine={false}
          tick={{ fill: text }}
          minTickGap={28}
        />
        <YAxis
          tickLine={false}
          axisLine={false}
          tick={{ fill: text }}
          tickFormatter={(value: number) => formatMoneyShort(toMoney(value))}
          width={56}
        />
        <Tooltip
          labelFormatter={(end) => (typeof end === 'string' ? endName(end, grain) : '')}
          formatter={(value) =>
            Array.isArray(value) ? value.map(exact).join(' to ') : exact(value)
          }
          contentStyle={{ background: panel, borderColor: grid, borderRadius: 8 }}
          itemStyle={{ color: text }}
          isAnimationActive={false}
        />
        {bands.map(({ key, name: share, opacity }) => (
          <Area
            key={key}
            dataKey={key}
            name={share}
            stroke="none"
            fill={line}
            fillOpacity={opacity}
            isAnimationActive={false}
          />
        ))}
        <ReferenceLine y={0} stroke={grid} />
        <Line dataKey="actual" name={name} stroke={actual} {...still} />
        <Line
          dataKey="before"
          name="Without the scenario"
          stroke={today}
          strokeDasharray="1 4"
          {...still}
        />
        <Line dataKey="median" name="Forecast" stroke={line} strokeDasharray="5 4" {...still} />
        {series.today && (
          <ReferenceLine
            x={series.today}
            stroke={today}
            strokeDasharray="2 3"
            label={{ value: 'Today', position: 'top', fill: text, fontSize: 11 }}
          />
        )}
      </ComposedChart>
    </Box>
  );
}

/** The charting library hides the focus ring of what the arrow keys walk through. */
const focusRing = {
  '& svg:focus-visible': { outline: '2px solid', outlineColor: 'brand.focusRing' },
};
