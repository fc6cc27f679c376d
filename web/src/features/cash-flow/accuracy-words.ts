import { countOf } from '../../lib/count-of.ts';
import { formatMoney } from '../../lib/format-money.ts';
import type { Outlook, TrackRecord } from './cash-flow.queries.ts';

const periods = { DAY: 'day', WEEK: 'week', MONTH: 'month' } as const;

/** How the methods did when they were asked on days of the past. Of cash it is about what the books don't know. */
export function backtestInWords({ backtest, target, grain }: Outlook): string {
  if (!backtest) return 'There is too little history yet to measure the methods themselves.';
  const what = target === 'CASH_FLOW' ? ', on the part that the books don’t know ahead' : '';
  const asked = countOf(backtest.origins, 'day');
  const off = `Asked on ${asked} of the past, the methods were off by ${formatMoney(backtest.meanError)} a ${periods[grain]} on average${what}`;
  const percent = Math.round((1 - backtest.mase) * 100);
  if (percent === 0) return `${off}: as much as if the last season were simply repeated.`;
  const more = percent > 0 ? 'less' : 'more';
  return `${off}: ${Math.abs(percent)} % ${more} than if the last season were simply repeated.`;
}

/** "Of the last 6 months, 5 ended inside the 80 % range; the forecast was off by €420.00 on average." */
export function recordInWords(record: TrackRecord, grain: Outlook['grain']): string {
  const { forecasts, meanError } = record;
  const inside = forecasts.filter(({ isInside }) => isInside).length;
  const off = `off by ${formatMoney(meanError)} on average`;
  return `Of the last ${countOf(forecasts.length, periods[grain])}, ${inside} ended inside the range that 80 of 100 should. A ${periods[grain]} ahead the forecast was ${off}.`;
}

const names: Readonly<Record<string, string>> = {
  theta: 'Theta',
  ets: 'Exponential smoothing',
  arima: 'ARIMA',
  analog: 'Similar past',
  NEURAL: 'Neural net',
  'seasonal-naive': 'Last season',
  'seasonal-baseline': 'Last year with a drift',
  'short-history': 'Damped level',
};

/** A method's name for people; one on logarithms sees growth in percent. */
export function memberName(name: string): string {
  const plain = name.replace(/^log-/, '');
  const known = names[plain] ?? plain;
  return plain === name ? known : `${known} in percent`;
}
