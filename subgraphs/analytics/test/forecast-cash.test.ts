import { describe, expect, it } from '@jest/globals';
import { addMonths } from '@finflow/shared/local-date';
import fc from 'fast-check';
import { closeMonths, type MonthFlow } from '../src/cash/cash-months.ts';
import { forecastCash } from '../src/forecast/forecast-cash.ts';
import { halfWidths, squareRoot } from '../src/forecast/prediction-band.ts';
import { predictNets } from '../src/forecast/seasonal-baseline.ts';

/** Months whose last is the current one, July 2026; each number is the month's net, in minor units. */
function monthsOf(nets: readonly bigint[]) {
  const first = addMonths('2026-07-01', 1 - nets.length);
  const flows: MonthFlow[] = nets.map((net, index) => ({
    month: addMonths(first, index),
    inMinor: net > 0n ? net : 0n,
    outMinor: net < 0n ? -net : 0n,
  }));
  return closeMonths(flows, first, '2026-07-01');
}

const lastDay = '2026-07-31';
const repeat = <T>(times: number, value: T): T[] => Array.from({ length: times }, () => value);

describe('the rule', () => {
  const year = [10n, -20n, 30n, 0n, 50n, 60n, -70n, 80n, 90n, 100n, 110n, 120n];

  it('repeats the same month of last year where nothing else changed', () => {
    expect(predictNets([...year, ...year], 3)).toEqual([10n, -20n, 30n]);
  });

  it('adds how far the last year lay above the one before', () => {
    const better = year.map((net) => net + 5n);
    expect(predictNets([...year, ...better], 2)).toEqual([20n, -10n]);
  });

  it('draws the drift of a short history towards zero', () => {
    expect(predictNets([...year, year[0] ?? 0n, 100n], 1)).toEqual([30n + 10n]);
  });

  it('takes the mean of less than a year, and nothing of no history', () => {
    expect(predictNets([10n, 11n], 2)).toEqual([10n, 10n]);
    expect(predictNets([], 2)).toEqual([0n, 0n]);
  });
});

describe('the band', () => {
  it('is as wide as the tenth of eleven past misses of the same rule', () => {
    // The rule never sees the spike coming (1200), then expects a twelfth of it as drift (100); all else was as predicted.
    const past = [...repeat(22, 0n), 1200n, 0n];
    expect(halfWidths(past, 1, 5n)).toEqual([100n]);
  });

  it('grows with the square root of the distance where there are too few misses to say', () => {
    expect(halfWidths(repeat(5, 0n), 4, 1000n)).toEqual([1000n, 1414n, 1732n, 2000n]);
  });

  it('never narrows with distance', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt(-(10n ** 9n), 10n ** 9n), { maxLength: 40, size: 'max' }),
        (past) => {
          const widths = halfWidths(past, 7, 10n);
          expect(widths.every((width, index) => width >= (widths[index - 1] ?? 0n))).toBe(true);
        },
      ),
    );
  });

  it('holds about four of five outcomes of a noisy season', () => {
    const noise = fc.array(fc.bigInt(-1000n, 1000n), { minLength: 61, maxLength: 61 });
    let held = 0;
    let asked = 0;
    for (const nets of fc.sample(noise, { numRuns: 400, seed: 7 })) {
      const miss = (nets[60] ?? 0n) - (predictNets(nets.slice(0, 60), 1)[0] ?? 0n);
      const [width = 0n] = halfWidths(nets.slice(0, 60), 1, 0n);
      asked += 1;
      if (miss <= width && -miss <= width) held += 1;
    }
    expect(held / asked).toBeGreaterThan(0.74);
    expect(held / asked).toBeLessThan(0.9);
  });

  it('takes exact roots of amounts that no float could hold', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 40n), (square) => {
        const root = squareRoot(square);
        expect(root * root <= square && (root + 1n) * (root + 1n) > square).toBe(true);
      }),
    );
  });
});

describe('the forecast of cash', () => {
  it('runs over the six months after the current one, from the cash of today', () => {
    const points = forecastCash(monthsOf([5000n, ...repeat(8, 100n), 40n]), lastDay);
    expect(points.map(({ month }) => month)).toEqual([
      '2026-08-01',
      '2026-09-01',
      '2026-10-01',
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
    ]);
    expect(points.map(({ medianMinor }) => medianMinor)).toEqual(
      [1n, 2n, 3n, 4n, 5n, 6n].map((steps) => 5840n + steps * 100n),
    );
  });

  it('counts of the current month only the days to come', () => {
    const months = monthsOf([0n, ...repeat(8, 3100n), 0n]);
    const median = (today: string) => forecastCash(months, today)[0]?.medianMinor;
    expect(median('2026-07-31')).toBe(24_800n + 3100n);
    expect(median('2026-07-30')).toBe(24_800n + 100n + 3100n);
    expect(median('2026-07-01')).toBe(24_800n + 3000n + 3100n);
  });

  it('is flat and wide for a business that began this month', () => {
    const points = forecastCash(monthsOf([12_100n]), lastDay);
    expect(points.every(({ medianMinor }) => medianMinor === 12_100n)).toBe(true);
    expect(points[0]).toMatchObject({ lowMinor: 12_100n - 17_111n, highMinor: 12_100n + 17_111n });
  });

  it('does not take the opening balance for something that comes back every year', () => {
    const quiet = repeat(24, 100n);
    const [withCapital] = forecastCash(monthsOf([1_000_000n, ...quiet, 0n]), lastDay);
    expect(withCapital?.medianMinor).toBe(1_000_000n + 2400n + 100n);
  });

  it('keeps amounts of any size exact: all of it in another scale is the same forecast in that scale', () => {
    const scale = 10n ** 20n;
    const amounts = fc.array(
      fc.bigInt(-(10n ** 12n), 10n ** 12n).map((cents) => cents * 744n),
      {
        minLength: 15,
        maxLength: 40,
        size: 'max',
      },
    );
    fc.assert(
      fc.property(amounts, (nets) => {
        const small = forecastCash(monthsOf(nets), '2026-07-10');
        const large = forecastCash(monthsOf(nets.map((net) => net * scale)), '2026-07-10');
        large.forEach(({ medianMinor }, index) => {
          expect(medianMinor).toBe((small[index]?.medianMinor ?? 0n) * scale);
        });
      }),
    );
  });
});
