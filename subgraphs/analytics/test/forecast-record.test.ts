import { describe, expect, it } from '@jest/globals';
import { addMonths } from '@finflow/shared/local-date';
import { readQuestion } from '../src/forecast/forecast-question.ts';
import { recordOf } from '../src/forecast/forecast-record.ts';
import type { PastForecast } from '../src/forecast/outlook.ts';
import { outlookOf } from '../src/forecast/outlook-of.ts';
import { pastForecasts } from '../src/forecast/past-forecasts.ts';
import type { ForecastTask } from '../src/forecast/worker/forecast-task.ts';
import { forecastersOf } from '../src/forecasting/forecasters.ts';

const past = (end: string, median: string, actual: string): PastForecast => ({
  asOf: '2026-05-31',
  start: `${end.slice(0, 7)}-01`,
  end,
  median,
  low: String(Number(median) - 100),
  high: String(Number(median) + 100),
  actual,
});

describe('the record of forecasts', () => {
  it('counts what lay inside and how far off the median was', () => {
    const record = recordOf(
      [past('2026-07-31', '1000', '1100'), past('2026-06-30', '1000', '850')],
      [],
    );
    expect(record).toMatchObject({ insideShare: 0.5, meanError: '125' });
    expect(record?.forecasts.map(({ isInside }) => isInside)).toEqual([true, false]);
  });

  it('counts an outcome on a bound as inside', () => {
    const on = (actual: string) => recordOf([past('2026-06-30', '1000', actual)], [])?.insideShare;
    expect(['899', '900', '1100', '1101'].map(on)).toEqual([0, 1, 1, 0]);
  });

  it('takes what was published then, where something was', () => {
    const { actual: _actual, ...told } = past('2026-06-30', '900', '');
    const record = recordOf([past('2026-06-30', '1000', '850')], [told]);
    expect(record?.forecasts).toEqual([
      expect.objectContaining({ median: '900', actual: '850', wasPublished: true, isInside: true }),
    ]);
  });

  it('says nothing without a past', () => {
    expect(recordOf([], [])).toBeNull();
  });
});

describe('forecasts made again as of the past', () => {
  const days = Array.from({ length: 24 }, (_, index) => ({
    date: addMonths('2026-07-01', index - 23),
    amountMinor: BigInt(100_000 + 500 * index),
  }));
  const task = (changed: typeof days): ForecastTask => ({
    question: readQuestion({ target: 'REVENUE' }),
    today: '2026-07-15',
    figures: { days: changed, openingMinor: 0n, customers: [], categories: [] },
    books: null,
  });
  const remake = (changed: typeof days) => pastForecasts(task(changed), forecastersOf());

  it('stand beside what came, newest first, each made the day before its period', () => {
    const made = remake(days);
    expect(made.map(({ asOf, start, end }) => [asOf, start, end])[0]).toEqual([
      '2026-05-31',
      '2026-06-01',
      '2026-06-30',
    ]);
    expect(made).toHaveLength(6);
    expect(made[0]?.actual).toBe('111000');
  });

  it('begin with the seventh period of the books', () => {
    expect(remake(days.slice(-7))).toEqual([]);
    expect(remake(days.slice(-8))).toHaveLength(1);
  });

  it('are of what was, in no scenario', () => {
    const { question, ...rest } = task(days);
    const more = {
      kind: 'EVERY_MONTH',
      from: '2024-01-31',
      amountMinor: 1_000_000n,
      category: null,
    } as const;
    const asked = { ...rest, question: { ...question, scenarios: [more] } };
    expect(pastForecasts(asked, forecastersOf())).toEqual(remake(days));
  });

  it('know nothing of what came later', () => {
    const later = days.map((day) =>
      day.date >= '2026-06-01' ? { ...day, amountMinor: day.amountMinor * 9n } : day,
    );
    const said = (made: readonly PastForecast[]) =>
      made.map(({ median, low, high }) => [median, low, high]);
    expect(said(remake(later))[0]).toEqual(said(remake(days))[0]);
  });

  it('are those that would have been made then', () => {
    const [newest] = remake(days);
    const before = days.filter(({ date }) => date <= '2026-05-31');
    const [point] = outlookOf({ ...task(before), today: '2026-05-31' }).points;
    const range = point?.intervals.find(({ percent }) => percent === 80);
    expect(point?.start).toBe('2026-06-01');
    expect([newest?.median, newest?.low, newest?.high]).toEqual([
      point?.median,
      range?.low,
      range?.high,
    ]);
  });

  it('are, of cash, of what there was at the end of the day before, from the movements up to then', () => {
    const entries = days.map(({ date, amountMinor }, index) => ({
      id: `entry-${index}`,
      on: date,
      amountMinor,
      party: `customer-${index}`,
      category: '4000',
    }));
    const cash: ForecastTask = {
      question: readQuestion({ target: 'CASH_FLOW' }),
      today: '2026-07-15',
      figures: { days, openingMinor: 7_000n, customers: [], categories: [] },
      books: { invoices: [], entries },
    };
    const [newest] = pastForecasts(cash, forecastersOf());
    const [point] = outlookOf({
      ...cash,
      today: '2026-05-31',
      figures: { ...cash.figures, days: days.slice(0, -2) },
      books: { invoices: [], entries: entries.slice(0, -2) },
    }).points;
    expect(newest?.median).toBe(point?.median);
    const inAll = days.slice(0, -1).reduce((sum, { amountMinor }) => sum + amountMinor, 7_000n);
    expect(newest).toMatchObject({ end: '2026-06-30', actual: String(inAll) });
  });
});
