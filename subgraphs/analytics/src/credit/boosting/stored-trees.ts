import type { BoostedTrees } from './boost.ts';
import type { Tree } from './tree.ts';

/** A leaf is [value, cover], a branch [feature, threshold, 1 if the unknown goes left, cover, left, right]. */
export type StoredTree =
  | readonly [value: number, cover: number]
  | readonly [
      feature: number,
      threshold: number,
      isMissingLeft: number,
      cover: number,
      left: StoredTree,
      right: StoredTree,
    ];

export type StoredTrees = { readonly base: number; readonly trees: readonly StoredTree[] };

/** For a file: as arrays, with the seven digits that decide anything. */
export const storeTrees = ({ base, trees }: BoostedTrees): StoredTrees => ({
  base: short(base),
  trees: trees.map(store),
});

export const restoreTrees = ({ base, trees }: StoredTrees): BoostedTrees => ({
  base,
  trees: trees.map(restore),
});

const short = (value: number): number => Number(value.toPrecision(7));

const store = (tree: Tree): StoredTree =>
  tree.kind === 'leaf'
    ? [short(tree.value), tree.cover]
    : [
        tree.feature,
        short(tree.threshold),
        tree.isMissingLeft ? 1 : 0,
        tree.cover,
        store(tree.left),
        store(tree.right),
      ];

function restore(stored: StoredTree): Tree {
  if (stored.length === 2) return { kind: 'leaf', value: stored[0], cover: stored[1] };
  const [feature, threshold, isMissingLeft, cover, left, right] = stored;
  return {
    kind: 'branch',
    feature,
    threshold,
    isMissingLeft: isMissingLeft === 1,
    cover,
    left: restore(left),
    right: restore(right),
  };
}
