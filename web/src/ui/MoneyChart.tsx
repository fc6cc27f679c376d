import { Box } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import { CartesianGrid, ComposedChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { formatMoney, formatMoneyShort, fromMinor } from '../lib/format-money.ts';
import { colorVariable } from '../theme/color-variable.ts';
import { todayMark } from './chart-marks.ts';

type Props = {
  /** Minor units as numbers: good enough for where a point stands on a screen. */
  readonly rows: readonly object[];
  /** The rows' property along the axis. */
  readonly along: string;
  /** How its values are said; as they are without it. */
  readonly nameOf?: (value: string) => string;
  /** The value at which the past ends; null without a past. */
  readonly today: string | null;
  readonly currency: string;
  readonly height: { readonly base: string; readonly md: string };
  /** recharts' own areas and lines. */
  readonly children: ReactNode;
};

const grid = colorVariable('border');
const text = colorVariable('fg.muted');
const panel = colorVariable('bg.panel');

/** What areas and lines have in common here: nothing moves by itself. */
export const still = { isAnimationActive: false } as const;
export const stillLine = { ...still, dot: false } as const;

/** Amounts over time, with a line for today. Load it when it is first seen: the charting library is large. */
export function MoneyChart(props: Props) {
  const { rows, along, nameOf = (value) => value, today, currency, height, children } = props;
  const toMoney = (value: number) => fromMinor(BigInt(Math.round(value)), currency);
  const exact = (value: unknown) => (typeof value === 'number' ? formatMoney(toMoney(value)) : '');
  const axis = { tickLine: false, axisLine: false, tick: { fill: text } } as const;
  return (
    <Box h={height} fontSize="xs" css={focusRing}>
      <ComposedChart
        responsive
        style={{ width: '100%', height: '100%' }}
        data={[...rows]}
        margin={{ top: 18, right: 20, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke={grid} />
        <XAxis dataKey={along} tickFormatter={nameOf} minTickGap={28} {...axis} />
        <YAxis
          tickFormatter={(value: number) => formatMoneyShort(toMoney(value))}
          width="auto"
          {...axis}
        />
        <Tooltip
          labelFormatter={(value) => (typeof value === 'string' ? nameOf(value) : '')}
          formatter={(value) =>
            Array.isArray(value) ? value.map(exact).join(' to ') : exact(value)
          }
          contentStyle={{ background: panel, borderColor: grid, borderRadius: 8 }}
          itemStyle={{ color: text }}
          {...still}
        />
        {children}
        {today && (
          <ReferenceLine
            x={today}
            stroke={todayMark.stroke}
            strokeWidth={todayMark.strokeWidth}
            strokeDasharray={todayMark.strokeDasharray}
            label={{ value: todayMark.name, position: 'top', fill: text, fontSize: 11 }}
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
