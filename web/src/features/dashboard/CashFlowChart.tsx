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
import type { Series } from './cash-flow-series.ts';

type Props = { readonly series: Series; readonly currency: string };

const actual = colorVariable('forecast.actual');
const line = colorVariable('forecast.line');
const band = colorVariable('forecast.band');
const today = colorVariable('forecast.today');
const grid = colorVariable('border');
const text = colorVariable('fg.muted');
const panel = colorVariable('bg.panel');

const names = { actual: 'Cash', median: 'Forecast', band: '80% band' } as const;

/** Solid what was, dashed what is likely, a band for how sure that is. Loaded when first seen. */
export default function CashFlowChart({ series, currency }: Props) {
  const exact = (value: number) => formatMoney(fromMinor(BigInt(Math.round(value)), currency));
  const axis = (value: number) => formatMoneyShort(fromMinor(BigInt(Math.round(value)), currency));
  return (
    <Box h={{ base: '15rem', md: '20rem' }} fontSize="xs" css={focusRing}>
      <ComposedChart
        responsive
        style={{ width: '100%', height: '100%' }}
        data={[...series.rows]}
        margin={{ top: 16, right: 8, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke={grid} />
        <XAxis
          dataKey="label"
          tickLine={false}
          axisLine={false}
          tick={{ fill: text }}
          minTickGap={28}
        />
        <YAxis
          tickLine={false}
          axisLine={false}
          tick={{ fill: text }}
          tickFormatter={axis}
          width={56}
        />
        <Tooltip
          formatter={(value) =>
            Array.isArray(value) ? value.map(toExact).join(' to ') : toExact(value)
          }
          contentStyle={{ background: panel, borderColor: grid, borderRadius: 8 }}
          itemStyle={{ color: text }}
          isAnimationActive={false}
        />
        <Area
          dataKey="band"
          name={names.band}
          stroke="none"
          fill={band}
          fillOpacity={0.9}
          isAnimationActive={false}
        />
        <Line
          dataKey="actual"
          name={names.actual}
          stroke={actual}
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
        <Line
          dataKey="median"
          name={names.median}
          stroke={line}
          strokeWidth={2}
          strokeDasharray="5 4"
          dot={false}
          isAnimationActive={false}
        />
        {series.todayLabel && (
          <ReferenceLine
            x={series.todayLabel}
            stroke={today}
            strokeDasharray="2 3"
            label={{ value: 'Today', position: 'top', fill: text, fontSize: 11 }}
          />
        )}
      </ComposedChart>
    </Box>
  );

  function toExact(value: unknown): string {
    return typeof value === 'number' ? exact(value) : '';
  }
}

/** The charting library hides the focus ring of what the arrow keys walk through. */
const focusRing = {
  '& svg:focus-visible': { outline: '2px solid', outlineColor: 'brand.focusRing' },
};
