import type { BoostedTrees } from './boost.ts';
import { type Branch, goesLeft, type Tree } from './tree.ts';

/** How a row's log odds come about: the average over the training rows, and what each feature adds to it. They add up exactly. */
export type Contributions = { readonly expected: number; readonly byFeature: readonly number[] };

/** A feature on the way from the root, and how many of its subsets let a row through (Lundberg's d, z, o, w). */
type Step = {
  readonly feature: number;
  readonly shareWithout: number;
  readonly shareWith: number;
  readonly weight: number;
};

/**
 * Exact Shapley values of tree ensembles, in time linear in the leaves (TreeSHAP, path-dependent: Lundberg, Erion and Lee 2018,
 * algorithm 2). A feature that is left out is averaged over by the training rows' share of each way.
 */
export function explain({ base, trees }: BoostedTrees, row: readonly number[]): Contributions {
  const byFeature = row.map(() => 0);
  let expected = base;
  for (const tree of trees) {
    expected += meanOf(tree);
    walk(tree, [], { feature: -1, shareWithout: 1, shareWith: 1, weight: 0 }, { row, byFeature });
  }
  return { expected, byFeature };
}

/** The mean over the rows that the tree was grown on. */
const meanOf = (tree: Tree): number =>
  tree.kind === 'leaf'
    ? tree.value
    : (meanOf(tree.left) * tree.left.cover + meanOf(tree.right) * tree.right.cover) / tree.cover;

type Explained = { readonly row: readonly number[]; readonly byFeature: number[] };

function walk(tree: Tree, path: readonly Step[], arrival: Step, explained: Explained): void {
  const extended = extend(path, arrival);
  if (tree.kind === 'leaf') return addLeaf(extended, tree.value, explained.byFeature);
  const before = extended.findIndex(({ feature }) => feature === tree.feature);
  const found = extended[before];
  const rest = before < 0 ? extended : unwind(extended, before);
  for (const { child, isTaken } of waysOf(tree, explained.row)) {
    walk(
      child,
      rest,
      {
        feature: tree.feature,
        shareWithout: ((found?.shareWithout ?? 1) * child.cover) / tree.cover,
        shareWith: isTaken ? (found?.shareWith ?? 1) : 0,
        weight: 0,
      },
      explained,
    );
  }
}

function waysOf(branch: Branch, row: readonly number[]) {
  const isLeft = goesLeft(branch, row);
  return [
    { child: branch.left, isTaken: isLeft },
    { child: branch.right, isTaken: !isLeft },
  ];
}

/** The first step is the root itself, which is no feature. */
function addLeaf(path: readonly Step[], value: number, byFeature: number[]): void {
  path.forEach(({ feature, shareWith, shareWithout }, place) => {
    if (place === 0) return;
    const weight = unwind(path, place).reduce((sum, step) => sum + step.weight, 0);
    byFeature[feature] = (byFeature[feature] ?? 0) + weight * (shareWith - shareWithout) * value;
  });
}

function extend(path: readonly Step[], { feature, shareWithout, shareWith }: Step): Step[] {
  const depth = path.length;
  const weights = [...path.map(({ weight }) => weight), depth === 0 ? 1 : 0];
  for (let place = depth - 1; place >= 0; place -= 1) {
    const own = weights[place] ?? 0;
    weights[place + 1] = (weights[place + 1] ?? 0) + (shareWith * own * (place + 1)) / (depth + 1);
    weights[place] = (shareWithout * own * (depth - place)) / (depth + 1);
  }
  return [...path, { feature, shareWithout, shareWith, weight: 0 }].map((step, place) => ({
    ...step,
    weight: weights[place] ?? 0,
  }));
}

/** The path as it would be without the step at `removed`: extend, backwards. */
function unwind(path: readonly Step[], removed: number): Step[] {
  const depth = path.length - 1;
  const { shareWith, shareWithout } = path[removed] ?? { shareWith: 0, shareWithout: 1 };
  const weights = path.map(({ weight }) => weight);
  let next = weights[depth] ?? 0;
  for (let place = depth - 1; place >= 0; place -= 1) {
    const own = weights[place] ?? 0;
    if (shareWith !== 0) {
      weights[place] = (next * (depth + 1)) / ((place + 1) * shareWith);
      next = own - ((weights[place] ?? 0) * shareWithout * (depth - place)) / (depth + 1);
    } else {
      weights[place] = (own * (depth + 1)) / (shareWithout * (depth - place));
    }
  }
  return path
    .toSpliced(removed, 1)
    .map((step, place) => ({ ...step, weight: weights[place] ?? 0 }));
}
