import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, type LocalDate } from '@finflow/shared/local-date';
import fc from 'fast-check';
import type { DayFigure, Figures } from '../src/forecast/figures.ts';
import type { ForecastQuestion } from '../src/forecast/forecast-question.ts';
import { outlookOf } from '../src/forecast/outlook-of.ts';
import { forecastersOf } from '../src/forecasting/forecasters.ts';
import { figuresByPeriod, seriesOf, shareToCome } from '../src/forecast/period-figures.ts';

const today = '2026-07-15';
const monthly: ForecastQuestion = { target: 'REVENUE', grain: 'MONTH', horizon: 3, scenarios: [] };

const figuresOf = (days: readonly DayFigure[], more: Partial<Figures> = {}): Figures => ({
  days,
  openingMinor: 0n,
  customers: [],
  categories: [],
  ...more,
});

/** So many months up to the current one, each with an amount on the given day. */
const monthsOf = (count: number, day: number, amountMinor = 100_000n): DayFigure[] =>
  Array.from({ length: count }, (_, index) => ({
    date: addDays(addMonths(today, index - count + 1), day - 1),
    amountMinor,
  }));

const ask = (figures: Figures, question: Partial<ForecastQuestion> = {}, on: LocalDate = today) =>
  outlookOf({ figures, books: null, today: on, question: { ...monthly, ...question } });

describe('days added up by period', () => {
  it('include quiet periods and the current one, and begin weeks on Monday', () => {
    const days = [
      { date: '2026-06-28', amountMinor: 1n },
      { date: '2026-06-29', amountMinor: 2n },
      { date: '2026-07-14', amountMinor: 4n },
    ];
    expect(figuresByPeriod(days, 'WEEK', today)).toEqual([
      { from: '2026-06-22', to: '2026-06-28', amountMinor: 1n },
      { from: '2026-06-29', to: '2026-07-05', amountMinor: 2n },
      { from: '2026-07-06', to: '2026-07-12', amountMinor: 0n },
      { from: '2026-07-13', to: '2026-07-19', amountMinor: 4n },
    ]);
  });

  it('leave the period that is not over out of the series', () => {
    const periods = figuresByPeriod(monthsOf(8, 1), 'MONTH', today);
    const firstDay = '2025-12-01';
    expect(seriesOf(periods, 'MONTH', { firstDay, today }).values).toHaveLength(6);
    expect(seriesOf(periods, 'MONTH', { firstDay, today: '2026-07-31' }).values).toHaveLength(7);
  });

  it('look back two years by days, four by weeks and six by months at most', () => {
    const firstDay = '2016-07-04';
    const days = [{ date: firstDay, amountMinor: 1n }];
    const lengths = (['DAY', 'WEEK', 'MONTH'] as const).map(
      (grain) =>
        seriesOf(figuresByPeriod(days, grain, today), grain, { firstDay, today }).values.length,
    );
    expect(lengths).toEqual([730, 208, 72]);
  });
});

describe('what is left of the current period', () => {
  const share = (days: readonly DayFigure[], on: LocalDate) =>
    shareToCome(
      days,
      seriesOf(figuresByPeriod(days, 'MONTH', on), 'MONTH', {
        firstDay: days[0]?.date ?? on,
        today: on,
      }),
      on,
    );

  it('is what used to come after this day of the month', () => {
    expect(share(monthsOf(12, 25), today)).toBe(1);
    expect(share(monthsOf(12, 3), today)).toBe(0);
  });

  it('forgets how it was more than a year ago', () => {
    const before = monthsOf(30, 3).slice(0, 17);
    expect(share([...before, ...monthsOf(13, 25)], today)).toBe(1);
  });

  it('goes by days where nothing ever came', () => {
    expect(share([], today)).toBeCloseTo(16 / 31, 10);
  });
});

describe('an outlook from history', () => {
  it('begins with the rest of the current period and goes on by whole ones', () => {
    const { current, points, history } = ask(figuresOf(monthsOf(24, 20)));
    expect(current).toMatchObject({ start: '2026-07-16', end: '2026-07-31' });
    expect(points.map(({ start, end }) => [start, end])).toEqual([
      ['2026-08-01', '2026-08-31'],
      ['2026-09-01', '2026-09-30'],
      ['2026-10-01', '2026-10-31'],
    ]);
    expect(history.at(-1)).toMatchObject({ start: '2026-07-01', end: today });
    expect(ask(figuresOf(monthsOf(24, 20)), {}, '2026-07-31').current).toBeNull();
  });

  it('is less sure of a quarter of a period by half, as of a sum of days', () => {
    const usual = forecastersOf();
    const careful: typeof usual.careful = (series, steps) => {
      const all = (value: number) => Array<number>(steps).fill(value);
      const interval = { low: all(90_000), high: all(120_000) };
      const intervals = { 50: interval, 80: interval, 95: interval };
      return { ...usual.careful(series, steps), median: all(100_000), intervals };
    };
    const days = monthsOf(24, 3, 75_000n).flatMap((early) => [
      early,
      { date: addDays(early.date, 17), amountMinor: 25_000n },
    ]);
    const known = days.filter(({ date }) => date <= today);
    const { current } = outlookOf(
      { figures: figuresOf(known), books: null, today, question: monthly },
      { ...usual, careful },
    );
    expect(current?.median).toBe('25000');
    expect(current?.intervals[0]).toMatchObject({ low: '20000', high: '35000' });
  });

  it('goes on with what always came', () => {
    const { current, points } = ask(figuresOf(monthsOf(24, 20)));
    expect([current, ...points].map((point) => point?.flow)).toEqual(Array(4).fill('100000'));
  });

  it('of young books leaves out the month in whose middle they began', () => {
    const ofDays = (first: LocalDate): DayFigure[] =>
      Array.from({ length: 100 }, (_, index) => ({
        date: addDays(first, index),
        amountMinor: 1_000n,
      })).filter(({ date }) => date < today);
    const next = (first: LocalDate) => Number(ask(figuresOf(ofDays(first))).points[0]?.flow);
    expect(next('2026-04-25')).toBe(30_500);
    expect(next('2026-04-01')).toBeCloseTo(91_000 / 3, 0);
    expect(next('2026-06-20')).toBe(11_000);
  });

  it('of what is left of a period is never below zero where the figure never was', () => {
    const days = Array.from({ length: 5 }, (_, index) => ({
      date: addDays(addMonths(today, index - 5), 27),
      amountMinor: [100_000n, 5_000n, 900_000n, 20_000n, 300_000n][index] ?? 0n,
    }));
    const halves = days.flatMap(({ date, amountMinor }) => [
      { date: addDays(date, -26), amountMinor },
      { date, amountMinor },
    ]);
    const lows = (figures: readonly DayFigure[]) =>
      ask(figuresOf(figures)).current?.intervals.map(({ low }) => Number(low));
    expect(Math.min(...(lows(halves) ?? []))).toBe(0);
    const refunded = { date: addMonths(today, -1), amountMinor: -900_000n };
    expect(
      Math.min(
        ...(lows([...halves, refunded].toSorted((a, b) => (a.date < b.date ? -1 : 1))) ?? []),
      ),
    ).toBeLessThan(0);
  });

  it('by days goes on from those that are over: a sale of today changes no day to come', () => {
    const days = Array.from({ length: 40 }, (_, index) => ({
      date: addDays(today, index - 40),
      amountMinor: BigInt(5_000 + ((index * 37) % 900)),
    }));
    const sale = { date: today, amountMinor: 900_000n };
    const before = ask(figuresOf(days), { grain: 'DAY' });
    const after = ask(figuresOf([...days, sale]), { grain: 'DAY' });
    expect(before.points).toHaveLength(3);
    expect(before.points[0]?.start).toBe(addDays(today, 1));
    expect(after.points).toEqual(before.points);
    expect(after.history.at(-1)?.value).toBe('900000');
  });

  it('names who and what for, and what it names adds up to all of it', () => {
    const share = (key: string, amountMinor: bigint) => ({ key, amountMinor });
    const categories = Array.from({ length: 12 }, (_, place) =>
      share(String(6000 + place), BigInt(1200 - place * 100)),
    );
    const outlook = ask(figuresOf(monthsOf(24, 20), { categories }), { target: 'EXPENSE' });
    expect(outlook.categories).toHaveLength(9);
    expect(outlook.categories.at(-1)?.key).toBeNull();
    const sum = (texts: readonly string[]) =>
      texts.reduce((total, text) => total + BigInt(text), 0n);
    expect(sum(outlook.categories.map(({ expected }) => expected))).toBe(400_000n);
  });

  it('says something of a business that began today, and of one day at a time', () => {
    const begun = figuresOf([{ date: today, amountMinor: 4200n }]);
    for (const grain of ['DAY', 'WEEK', 'MONTH'] as const) {
      expect(ask(begun, { grain }).points).toHaveLength(3);
    }
  });

  it('keeps its intervals one within the other, whatever the past was', () => {
    const day = fc.record({
      date: fc.integer({ min: 0, max: 900 }).map((ago) => addDays(today, -ago)),
      amountMinor: fc.bigInt(-(10n ** 11n), 10n ** 11n),
    });
    const days = fc.array(day, { minLength: 1, maxLength: 60, size: 'max' });
    fc.assert(
      fc.property(days, fc.constantFrom('DAY', 'WEEK', 'MONTH'), (some, grain) => {
        const sorted = some.toSorted((a, b) => (a.date < b.date ? -1 : 1));
        const { points } = ask(figuresOf(sorted), { grain });
        for (const { intervals } of points) {
          const [half, most, nearly] = intervals.map(({ low, high }) => [
            BigInt(low),
            BigInt(high),
          ]);
          expect(nearly?.[0] ?? 0n).toBeLessThanOrEqual(most?.[0] ?? 0n);
          expect(most?.[0] ?? 0n).toBeLessThanOrEqual(half?.[0] ?? 0n);
          expect(half?.[0] ?? 0n).toBeLessThanOrEqual(half?.[1] ?? 0n);
          expect(half?.[1] ?? 0n).toBeLessThanOrEqual(most?.[1] ?? 0n);
          expect(most?.[1] ?? 0n).toBeLessThanOrEqual(nearly?.[1] ?? 0n);
        }
      }),
      { numRuns: 20 },
    );
  });
});
