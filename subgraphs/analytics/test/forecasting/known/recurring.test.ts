import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths } from '@finflow/shared/local-date';
import type { CashItem } from '../../../src/forecasting/known/books.ts';
import { findRecurring, nextDays } from '../../../src/forecasting/known/recurring.ts';

const today = '2026-06-10';

const items = (days: readonly string[], amountOf: (index: number) => number): CashItem[] =>
  days.map((on, index) => ({
    id: `item-${String(index)}`,
    on,
    amount: amountOf(index),
    party: 'landlord',
    category: 'Rent',
  }));

const firsts = (count: number, last = '2026-06-01') =>
  Array.from({ length: count }, (_, index) => addMonths(last, index + 1 - count));

const found = (list: readonly CashItem[], on = today) =>
  findRecurring(list, on).map(({ cadence, amount }) => [cadence.name, amount]);

describe('what recurs', () => {
  it('is a bill of the same amount, from the third time on', () => {
    expect(found(items(firsts(2), () => -800))).toEqual([]);
    expect(found(items(firsts(3), () => -800))).toEqual([['MONTHLY', -800]]);
  });

  it('may differ a little in its amount, from the fourth time on', () => {
    expect(found(items(firsts(3), (index) => -800 - index))).toEqual([]);
    expect(found(items(firsts(4), (index) => -800 - index))).toEqual([['MONTHLY', -802]]);
  });

  it('comes by the week, the fortnight, the quarter or the year as well', () => {
    const every = (days: number) =>
      Array.from({ length: 6 }, (_, index) => addDays('2026-06-05', (index - 5) * days));
    expect(found(items(every(7), () => 5))).toEqual([['WEEKLY', 5]]);
    expect(found(items(every(14), () => 5))).toEqual([['FORTNIGHTLY', 5]]);
    expect(found(items(every(91), () => 5))).toEqual([['QUARTERLY', 5]]);
    expect(found(items(every(365), () => 5))).toEqual([['YEARLY', 5]]);
  });

  it('is not what comes at odd days', () => {
    const odd = [0, 3, 40, 44, 90, 101, 160].map((days) => addDays('2026-01-01', days));
    expect(found(items(odd, () => -800))).toEqual([]);
  });

  it('is not two amounts that differ by a quarter, turn and turn about', () => {
    expect(found(items(firsts(9), (index) => (index % 2 ? -800 : -1000)))).toEqual([]);
  });

  it('is what came regularly the last two dozen times, however it came before', () => {
    const odd = [0, 3, 40, 44, 90, 101, 160, 163, 230].map((days) => addDays('2022-01-03', days));
    expect(found(items([...odd, ...firsts(24)], () => -800))).toEqual([['MONTHLY', -800]]);
  });

  it('is not what has ended', () => {
    expect(found(items(firsts(12, '2026-03-01'), () => -800))).toEqual([]);
  });

  it('is not what comes in one season only, but what was left out now and then', () => {
    const months = firsts(36, '2026-05-01');
    const winter = (month: string) => ['10', '11', '12', '01', '02', '03', '04'].includes(month);
    const inSeason = months.filter((on) => winter(on.slice(5, 7)));
    expect(
      found(
        items(inSeason, () => -800),
        '2026-04-10',
      ),
    ).toEqual([]);
    const leftOut = months.filter((_, index) => index % 9 !== 4);
    expect(
      found(
        items(leftOut, () => -800),
        '2026-05-10',
      ),
    ).toEqual([['MONTHLY', -800]]);
  });

  it('is found beside other payments to the same party', () => {
    const repairs = [-50, -2000, -310].map((amount, index) => ({
      id: `repair-${String(index)}`,
      on: addDays('2026-02-11', index * 17),
      amount,
      party: 'landlord',
      category: 'Repairs',
    }));
    expect(found([...items(firsts(6), () => -800), ...repairs])).toEqual([['MONTHLY', -800]]);
  });

  it('keeps its chance of coming below 1, when it was left out once', () => {
    const [recurring] = findRecurring(
      items(
        firsts(8).filter((_, index) => index !== 4),
        () => -800,
      ),
      today,
    );
    expect(recurring?.chance).toBeCloseTo(7 / 8, 9);
  });
});

describe('its next days', () => {
  const next = (days: readonly string[], on: string, until: string) => {
    const [recurring] = findRecurring(
      items(days, () => -800),
      on,
    );
    return recurring ? nextDays(recurring, on, until) : [];
  };

  it('keep the day of the month, and the last day of shorter ones', () => {
    const lasts = ['2025-10-31', '2025-11-30', '2025-12-31', '2026-01-31'];
    expect(next(lasts, '2026-02-10', '2026-05-01')).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
  });

  it('are on the later of two days that are as usual', () => {
    const turns = ['2026-01-14', '2026-02-15', '2026-03-14', '2026-04-15'];
    expect(next(turns, '2026-05-01', '2026-05-31')).toEqual(['2026-05-15']);
  });

  it('do not slip when the last one came a little early, or late', () => {
    const early = ['2026-02-01', '2026-03-01', '2026-04-01', '2026-04-30'];
    expect(next(early, '2026-05-10', '2026-07-01')).toEqual(['2026-06-01', '2026-07-01']);
    const late = ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-07-02'];
    expect(next(late, '2026-07-05', '2026-08-31')).toEqual(['2026-07-31', '2026-08-31']);
  });

  it('begin tomorrow with one that should have come by now', () => {
    expect(next(firsts(5, '2026-05-01'), '2026-06-03', '2026-07-31')).toEqual([
      '2026-06-04',
      '2026-07-01',
    ]);
  });
});
