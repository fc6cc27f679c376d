import type { BinnedTable } from './bins.ts';
import { missingBin } from './bins.ts';
import { type Bounds, findSplit, type Split, type SplitRules, stepFor } from './find-split.ts';
import {
  type Derivatives,
  type Histogram,
  slots,
  sumByBin,
  type Sums,
  without,
} from './histogram.ts';
import type { Tree } from './tree.ts';

export type TreeRules = SplitRules & { readonly maxLeaves: number; readonly maxDepth: number };

export type GrownTree = {
  readonly tree: Tree;
  /** Which rows ended in which leaf, so that growing needs no second walk through the tree. */
  readonly leaves: readonly { readonly rows: Uint32Array; readonly value: number }[];
};

/** A node while the tree grows. `split` is the best one it could have, null when none helps. */
type Growing = {
  readonly rows: Uint32Array;
  readonly sums: Sums;
  readonly bounds: Bounds;
  readonly histogram: Histogram;
  readonly depth: number;
  readonly split: Split | null;
  children: { readonly split: Split; readonly left: Growing; readonly right: Growing } | null;
};

/**
 * Grows a tree best first: always at the node whose split lowers the loss most (Shi 2007, as LightGBM and scikit-learn do).
 * @param shrinkage what each leaf's Newton step is multiplied with
 */
export function growTree(
  table: BinnedTable,
  rows: Uint32Array,
  derivatives: Derivatives,
  { rules, shrinkage }: { readonly rules: TreeRules; readonly shrinkage: number },
): GrownTree {
  const grow = grower(table, derivatives, rules);
  const root = grow.root(rows);
  const front = [root];
  for (let leaves = 1; leaves < rules.maxLeaves; leaves += 1) {
    const next = takeBest(front);
    if (!next?.split) break;
    next.children = grow.split(next, next.split);
    front.push(next.children.left, next.children.right);
  }
  const leaves: { rows: Uint32Array; value: number }[] = [];
  const tree = finish(root, {
    table,
    valueOf: (node) => shrinkage * stepFor(node.sums, node.bounds, rules.l2),
    onLeaf: (leaf) => leaves.push(leaf),
  });
  return { tree, leaves };
}

function grower(table: BinnedTable, derivatives: Derivatives, rules: TreeRules) {
  const binCounts = table.edges.map((edges) => edges.length + 1);
  const start = (node: Omit<Growing, 'split' | 'children'>): Growing => ({
    ...node,
    children: null,
    split:
      node.depth >= rules.maxDepth || node.sums.count < 2 * rules.minRowsInLeaf
        ? null
        : findSplit(node.histogram, node.sums, node.bounds, { rules, binCounts }),
  });
  return {
    root(rows: Uint32Array): Growing {
      const histogram = sumByBin(table, rows, derivatives);
      const bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
      return start({ rows, sums: totalOf(histogram), bounds, histogram, depth: 0 });
    },
    split(node: Growing, split: Split): NonNullable<Growing['children']> {
      const [leftRows, rightRows] = partition(table, node.rows, split);
      const isLeftSmaller = leftRows.length <= rightRows.length;
      const smaller = sumByBin(table, isLeftSmaller ? leftRows : rightRows, derivatives);
      const greater = without(node.histogram, smaller);
      const [leftBounds, rightBounds] = narrow(node.bounds, split, rules);
      const depth = node.depth + 1;
      return {
        split,
        left: start({
          rows: leftRows,
          sums: split.left,
          bounds: leftBounds,
          histogram: isLeftSmaller ? smaller : greater,
          depth,
        }),
        right: start({
          rows: rightRows,
          sums: split.right,
          bounds: rightBounds,
          histogram: isLeftSmaller ? greater : smaller,
          depth,
        }),
      };
    },
  };
}

/** Both sides of a monotone split stay on their side of the middle, however they are split again. */
function narrow(bounds: Bounds, split: Split, { monotone, l2 }: TreeRules): [Bounds, Bounds] {
  const direction = monotone[split.feature] ?? 0;
  if (direction === 0) return [bounds, bounds];
  const middle = (stepFor(split.left, bounds, l2) + stepFor(split.right, bounds, l2)) / 2;
  const [below, above] = [
    { low: bounds.low, high: middle },
    { low: middle, high: bounds.high },
  ];
  return direction > 0 ? [below, above] : [above, below];
}

function partition(
  table: BinnedTable,
  rows: Uint32Array,
  { feature, bin, isMissingLeft }: Split,
): [Uint32Array, Uint32Array] {
  const column = table.columns[feature] ?? new Uint8Array();
  const isLeft = (row: number) => {
    const own = column[row] ?? 0;
    return own === missingBin ? isMissingLeft : own <= bin;
  };
  return [rows.filter(isLeft), rows.filter((row) => !isLeft(row))];
}

/** Takes the node with the greatest gain off the front; the earlier one of two equals. */
function takeBest(front: Growing[]): Growing | undefined {
  let best = 0;
  front.forEach((node, place) => {
    if ((node.split?.gain ?? 0) > (front[best]?.split?.gain ?? 0)) best = place;
  });
  return front.splice(best, 1)[0];
}

/** The sums of all rows, read off the first feature's bins. */
function totalOf({ gradient, hessian, count }: Histogram): Sums {
  const total = (values: Float64Array) => values.subarray(0, slots).reduce((a, b) => a + b, 0);
  return { gradient: total(gradient), hessian: total(hessian), count: total(count) };
}

type Finishing = {
  readonly table: BinnedTable;
  readonly valueOf: (node: Growing) => number;
  readonly onLeaf: (leaf: { rows: Uint32Array; value: number }) => void;
};

function finish(node: Growing, finishing: Finishing): Tree {
  const cover = node.sums.count;
  if (!node.children) {
    const value = finishing.valueOf(node);
    finishing.onLeaf({ rows: node.rows, value });
    return { kind: 'leaf', value, cover };
  }
  const { split, left, right } = node.children;
  const edges = finishing.table.edges[split.feature];
  return {
    kind: 'branch',
    feature: split.feature,
    // Beyond the last edge only unknown values are left to go right.
    threshold: edges?.[split.bin] ?? Number.MAX_VALUE,
    isMissingLeft: split.isMissingLeft,
    left: finish(left, finishing),
    right: finish(right, finishing),
    cover,
  };
}
