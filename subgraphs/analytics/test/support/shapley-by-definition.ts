import type { BoostedTrees } from '../../src/credit/boosting/boost.ts';
import { goesLeft, type Tree } from '../../src/credit/boosting/tree.ts';

/** Shapley values as they are defined: a feature's mean worth over all orders in which features become known. Slow on purpose. */
export function shapleyByDefinition({ trees }: BoostedTrees, row: readonly number[]): number[] {
  const worth = (known: number) => trees.reduce((sum, tree) => sum + meanOf(tree, row, known), 0);
  return row.map((_, feature) => {
    let value = 0;
    for (let known = 0; known < 2 ** row.length; known += 1) {
      if (known & (1 << feature)) continue;
      const size = row.filter((__, other) => known & (1 << other)).length;
      const orders = factorial(size) * factorial(row.length - size - 1);
      value += (orders / factorial(row.length)) * (worth(known | (1 << feature)) - worth(known));
    }
    return value;
  });
}

/** What the tree says when only the features in the bit set are known. */
function meanOf(tree: Tree, row: readonly number[], known: number): number {
  if (tree.kind === 'leaf') return tree.value;
  if (known & (1 << tree.feature)) {
    return meanOf(goesLeft(tree, row) ? tree.left : tree.right, row, known);
  }
  const { left, right, cover } = tree;
  return (meanOf(left, row, known) * left.cover + meanOf(right, row, known) * right.cover) / cover;
}

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
