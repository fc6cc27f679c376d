/** A regression tree. Cover is the number of training rows that came through a node. */
export type Tree = Leaf | Branch;

export type Leaf = { readonly kind: 'leaf'; readonly value: number; readonly cover: number };

export type Branch = {
  readonly kind: 'branch';
  /** Place of the feature in a row. */
  readonly feature: number;
  /** A value up to this goes left, a greater one right. */
  readonly threshold: number;
  /** Where a value goes that is not known. */
  readonly isMissingLeft: boolean;
  readonly left: Tree;
  readonly right: Tree;
  readonly cover: number;
};

/** Whether a row goes to the left of this branch. */
export function goesLeft(branch: Branch, row: readonly number[]): boolean {
  const value = row[branch.feature] ?? Number.NaN;
  return Number.isNaN(value) ? branch.isMissingLeft : value <= branch.threshold;
}

export function valueOf(tree: Tree, row: readonly number[]): number {
  let node = tree;
  while (node.kind === 'branch') node = goesLeft(node, row) ? node.left : node.right;
  return node.value;
}
