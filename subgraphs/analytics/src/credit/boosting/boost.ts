import { sigmoid } from '../../log-odds.ts';
import { binTable, type BinnedTable } from './bins.ts';
import type { Monotonicity } from './find-split.ts';
import { growTree } from './grow-tree.ts';
import { shareOf } from './share-of.ts';
import type { Table } from './table.ts';
import { type Tree, valueOf } from './tree.ts';

export type BoostingOptions = {
  readonly rounds: number;
  readonly learningRate: number;
  readonly maxLeaves: number;
  readonly maxDepth: number;
  readonly minRowsInLeaf: number;
  readonly l2: number;
  /** By feature; features that are not named are free. */
  readonly monotone: readonly Monotonicity[];
  /** The part of the rows that a tree is grown on, drawn anew for each. */
  readonly rowShare: number;
  /** Rows are set aside by chance, and boosting ends when so many rounds don't lower the loss on them; null: never. */
  readonly earlyStopping: { readonly share: number; readonly patience: number } | null;
  readonly seed: number;
};

/** scikit-learn's defaults, so that the two can be compared. */
const defaultOptions: BoostingOptions = {
  rounds: 100,
  learningRate: 0.1,
  maxLeaves: 31,
  maxDepth: Number.POSITIVE_INFINITY,
  minRowsInLeaf: 20,
  l2: 0,
  monotone: [],
  rowShare: 1,
  earlyStopping: null,
  seed: 0,
};

/** Log odds of class 1: the base plus what each tree adds. */
export type BoostedTrees = { readonly base: number; readonly trees: readonly Tree[] };

/**
 * Gradient boosting of trees on histograms with the second-order logistic loss (Friedman 2001; Chen and Guestrin 2016; Ke et
 * al. 2017). The same arguments give the same trees.
 * @param labels 0 or 1 for each row
 * @throws RangeError when there are not both classes, or labels and rows differ in number
 */
export function boost(
  table: Table,
  labels: Uint8Array,
  options: Partial<BoostingOptions> = {},
): BoostedTrees {
  const settings = { ...defaultOptions, ...options };
  const rate = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  if (labels.length !== table.rows) throw new RangeError('A label for each row');
  if (!(rate > 0 && rate < 1)) throw new RangeError('Two classes are needed');
  const base = Math.log(rate / (1 - rate));
  return grow(binTable(table), labels, { base, settings, table });
}

function grow(
  binned: BinnedTable,
  labels: Uint8Array,
  { base, settings, table }: { base: number; settings: BoostingOptions; table: Table },
): BoostedTrees {
  const { training, watched } = setAside(labels.length, settings);
  const logOdds = new Float64Array(labels.length).fill(base);
  const trees: Tree[] = [];
  let best = { loss: lossOf(logOdds, labels, watched), trees: 0 };
  for (let round = 0; round < settings.rounds; round += 1) {
    const rows = drawRows(training, settings, round);
    const { tree, leaves } = growTree(binned, rows, derivativesOf(logOdds, labels), {
      rules: settings,
      shrinkage: settings.learningRate,
    });
    trees.push(tree);
    if (settings.rowShare < 1 || watched.length > 0) addTree(logOdds, tree, table);
    else for (const leaf of leaves) addLeaf(logOdds, leaf);
    if (!settings.earlyStopping) continue;
    const loss = lossOf(logOdds, labels, watched);
    if (loss < best.loss) best = { loss, trees: trees.length };
    if (trees.length - best.trees >= settings.earlyStopping.patience) break;
  }
  return { base, trees: settings.earlyStopping ? trees.slice(0, best.trees) : trees };
}

function setAside(count: number, { earlyStopping, seed }: BoostingOptions) {
  const rows = Uint32Array.from({ length: count }, (_, row) => row);
  if (!earlyStopping) return { training: rows, watched: new Uint32Array() };
  const isWatched = (row: number) => shareOf(seed, row) < earlyStopping.share;
  return { training: rows.filter((row) => !isWatched(row)), watched: rows.filter(isWatched) };
}

const drawRows = (rows: Uint32Array, { rowShare, seed }: BoostingOptions, round: number) =>
  rowShare >= 1 ? rows : rows.filter((row) => shareOf(seed + 1 + round, row) < rowShare);

/** Of the logistic loss by the log odds: p - y and p (1 - p). */
function derivativesOf(logOdds: Float64Array, labels: Uint8Array) {
  const gradient = new Float64Array(logOdds.length);
  const hessian = new Float64Array(logOdds.length);
  logOdds.forEach((value, row) => {
    const probability = sigmoid(value);
    gradient[row] = probability - (labels[row] ?? 0);
    hessian[row] = probability * (1 - probability);
  });
  return { gradient, hessian };
}

function addLeaf(logOdds: Float64Array, { rows, value }: { rows: Uint32Array; value: number }) {
  for (const row of rows) logOdds[row] = (logOdds[row] ?? 0) + value;
}

/** Rows that the tree was not grown on must be walked through it. */
function addTree(logOdds: Float64Array, tree: Tree, table: Table): void {
  const values = table.columns.map(() => Number.NaN);
  for (let row = 0; row < table.rows; row += 1) {
    table.columns.forEach((column, feature) => {
      values[feature] = column[row] ?? Number.NaN;
    });
    logOdds[row] = (logOdds[row] ?? 0) + valueOf(tree, values);
  }
}

/** Mean logistic loss of these rows. */
function lossOf(logOdds: Float64Array, labels: Uint8Array, rows: Uint32Array): number {
  const loss = (row: number) => {
    const value = logOdds[row] ?? 0;
    return Math.log1p(Math.exp(-Math.abs(value))) + Math.max(value, 0) - value * (labels[row] ?? 0);
  };
  return rows.reduce((sum, row) => sum + loss(row), 0) / Math.max(rows.length, 1);
}

/** The log odds of class 1 for one row. */
export const predictLogOdds = ({ base, trees }: BoostedTrees, row: readonly number[]): number =>
  trees.reduce((sum, tree) => sum + valueOf(tree, row), base);
