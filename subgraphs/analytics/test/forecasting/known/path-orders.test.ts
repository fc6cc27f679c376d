import { describe, expect, it } from '@jest/globals';
import { seededNumbers } from '@finflow/shared/seeded-numbers';
import { type PathOrder, pathOrders } from '../../../src/forecasting/known/path-orders.ts';

const paths = 300;
const nextOrder = pathOrders(paths, seededNumbers(3));
const orders = Array.from({ length: 230 }, () => nextOrder());

/** The stretch of each path. */
function stretches(order: PathOrder): Float64Array {
  const of = new Float64Array(paths);
  order.forEach((path, stretch) => (of[path] = stretch));
  return of;
}

function correlation(one: Float64Array, other: Float64Array): number {
  const middle = (paths - 1) / 2;
  const product = one.reduce(
    (sum, x, path) => sum + (x - middle) * ((other[path] ?? 0) - middle),
    0,
  );
  return product / ((paths * (paths ** 2 - 1)) / 12);
}

describe('orders of paths', () => {
  it('have each path once', () => {
    for (const order of orders) expect(new Set(order).size).toBe(paths);
  });

  it('say nothing of each other: the next, those after it, those of other shuffles', () => {
    const drawn = orders.map(stretches);
    const found = drawn.flatMap((one, index) =>
      [1, 2, 7, 100].flatMap((later) => {
        const other = drawn[index + later];
        return other ? [correlation(one, other)] : [];
      }),
    );
    const spread = Math.sqrt(found.reduce((sum, each) => sum + each ** 2, 0) / found.length);
    // Loose draws of 300 have 0.058.
    expect(spread).toBeLessThan(0.08);
    expect(Math.max(...found.map(Math.abs))).toBeLessThan(0.35);
  });

  it('are the same for the same seed', () => {
    expect(pathOrders(paths, seededNumbers(3))()).toEqual(orders[0]);
    expect(pathOrders(paths, seededNumbers(4))()).not.toEqual(orders[0]);
  });
});
