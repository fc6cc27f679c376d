import { describe, expect, it } from '@jest/globals';
import { addDays } from '@finflow/shared/local-date';
import { forecastSeries, quickMembers } from '../../../src/forecasting/forecast-series.ts';
import { cashOutlook } from '../../../src/forecasting/known/cash-outlook.ts';
import type { MinorBand } from '../../../src/forecasting/known/outlook.ts';
import { intervalPercents } from '../../../src/forecasting/series.ts';
import { madeUpBusiness, netOf } from './made-up-business.ts';

const todays = Array.from({ length: 6 }, (_, index) => addDays('2024-12-11', 53 * index));

/** Every forecast period of the businesses with what really came of it: fixed seeds, so that the shares below don't vary. */
const outcomes = [11, 12].flatMap((seed) => {
  const business = madeUpBusiness(seed);
  return todays.flatMap((today) => {
    const { periods } = cashOutlook({
      ...business,
      today,
      openingMinor: 0n,
      grain: 'MONTH',
      horizon: 2,
      forecastRemainder: forecastSeries,
      forecastIssuing: (series, steps) => forecastSeries(series, steps, quickMembers),
    });
    let level = 0n;
    return periods.map((period) => {
      const net = netOf(business, period.from, period.to);
      level += net;
      return { period, net, level };
    });
  });
});

const holds = ({ lowMinor, highMinor }: MinorBand, actual: bigint): boolean =>
  lowMinor <= actual && actual <= highMinor;

const share = (list: readonly boolean[]): number => list.filter(Boolean).length / list.length;

describe('on made-up books', () => {
  it.each(intervalPercents)(
    'about %i percent of the outcomes lie inside the interval',
    (percent) => {
      const flows = share(outcomes.map(({ period, net }) => holds(period.intervals[percent], net)));
      const levels = share(
        outcomes.map(({ period, level }) => holds(period.level.intervals[percent], level)),
      );
      for (const inside of [flows, levels]) {
        expect(inside).toBeGreaterThan(percent / 100 - 0.15);
        expect(inside).toBeLessThan(Math.min(1.001, percent / 100 + 0.15));
      }
    },
  );

  it('the forecast is neither too high nor too low', () => {
    const sum = (amounts: readonly bigint[]) => Number(amounts.reduce((a, b) => a + b, 0n));
    const off = sum(outcomes.map(({ period, net }) => period.netMinor - net));
    const size = sum(outcomes.map(({ net }) => (net < 0n ? -net : net)));
    expect(Math.abs(off) / size).toBeLessThan(0.1);
  });
});
