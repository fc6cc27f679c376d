import { shareOf } from '../../src/credit/boosting/share-of.ts';

/**
 * Loans that go bad by three figures from -3 to 3: more often with a high first and third, less often with a high second; every
 * tenth third figure is not known.
 */
export function madeUpLoans(count: number, seed: number) {
  const draw = (row: number, place: number) => shareOf(seed * 10 + place, row);
  const rows = Array.from({ length: count }, (_, row) =>
    [0, 1, 2].map((place) =>
      place === 2 && draw(row, 8) < 0.1 ? Number.NaN : 6 * draw(row, place) - 3,
    ),
  );
  const labels = Uint8Array.from(rows, ([first = 0, second = 0, third = 0], row) => {
    const logOdds = 1.5 * first - second + (Number.isNaN(third) ? 1 : third ** 3 / 9);
    return draw(row, 9) < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  });
  return { rows, labels };
}
