/**
 * Trains the model of financial ratios and writes it beside its figures:
 * npx node subgraphs/analytics/training/credit/train.ts DATA_FOLDER
 */
import { writeFile } from 'node:fs/promises';
import { boost, type BoostingOptions, predictLogOdds } from '../../src/credit/boosting/boost.ts';
import { areaUnderRoc } from '../../src/credit/boosting/quality.ts';
import { storeTrees } from '../../src/credit/boosting/stored-trees.ts';
import { toTable } from '../../src/credit/boosting/table.ts';
import { ratios } from '../../src/credit/ratios.ts';
import { type CreditSet, readPolish } from './credit-sets.ts';
import { crossValidate } from './cross-validate.ts';

const settings: Partial<BoostingOptions> = {
  rounds: 200,
  learningRate: 0.05,
  maxLeaves: 6,
  maxDepth: 3,
  minRowsInLeaf: 25,
  l2: 5,
  rowShare: 0.7,
  monotone: ratios.map(({ risk }) => risk),
  seed: 2026,
};

const folder = process.argv[2];
if (folder === undefined) throw new Error('Which folder has the data?');
const oneYear = await readPolish(folder, 'one year ahead', 'polish_bankruptcy_5year.arff.gz');
const fiveYears = await readPolish(folder, 'five years ahead', 'polish_bankruptcy_1year.arff.gz');

/** An unknown ratio counts as the ordinary one: whether a company filed a figure must not decide what an owner is told. */
const ordinary = ratios.map(({ polishAttribute }) =>
  shorten(median(oneYear.rows.map((row) => row[polishAttribute - 1] ?? Number.NaN))),
);
const own = onOurRatios(oneYear);
const model = boost(toTable(own.rows), Uint8Array.from(own.labels), settings);
const later = onOurRatios(fiveYears);
const figures = {
  rows: own.rows.length,
  bankrupt: own.labels.filter((label) => label === 1).length,
  ratiosCrossValidated: rounded(crossValidate(own, settings)),
  withoutMonotonicity: rounded(crossValidate(own, { ...settings, monotone: [] })),
  fiveYearsAheadAuc: shorten(
    areaUnderRoc(
      later.rows.map((row) => predictLogOdds(model, row)),
      later.labels,
    ),
  ),
};
const place = new URL('../../models/credit/ratio-model.json', import.meta.url);
const features = ratios.map(({ id }) => id);
await writeFile(
  place,
  `${JSON.stringify({ features, ordinary, figures, ...storeTrees(model) })}\n`,
);
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);

/** The columns that our books can give, in the order of `ratios`. */
function onOurRatios(set: CreditSet): CreditSet {
  const pick = (row: readonly number[]) =>
    ratios.map(({ polishAttribute }, place) => {
      const value = row[polishAttribute - 1] ?? Number.NaN;
      return Number.isNaN(value) ? (ordinary[place] ?? 0) : value;
    });
  return { ...set, rows: set.rows.map(pick) };
}

function rounded({ auc, brier, ece }: ReturnType<typeof crossValidate>) {
  return { auc: shorten(auc), brier: shorten(brier), ece: shorten(ece) };
}

function shorten(value: number): number {
  return Number(value.toFixed(4));
}

function median(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? 0;
}
