/**
 * Trains the model of financial ratios and writes it beside its figures:
 * npx node subgraphs/analytics/training/credit/train.ts DATA_FOLDER
 */
import { writeFile } from 'node:fs/promises';
import { boost, predictLogOdds } from '../../src/credit/boosting/boost.ts';
import { areaUnderRoc } from '../../src/credit/boosting/quality.ts';
import { storeTrees } from '../../src/credit/boosting/stored-trees.ts';
import { toTable } from '../../src/credit/boosting/table.ts';
import { ratios } from '../../src/credit/ratios.ts';
import { onOurRatios, readPolish } from './credit-sets.ts';
import { crossValidate } from './cross-validate.ts';
import { settings } from './settings.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Which folder has the data?');
const read = async (name: string, file: string) =>
  onOurRatios(await readPolish(folder, name, file));
const oneYear = await read('one year ahead', 'polish_bankruptcy_5year.arff.gz');
const fiveYears = await read('five years ahead', 'polish_bankruptcy_1year.arff.gz');

/** What an unknown ratio counts as. */
const ordinary = ratios.map((_, place) =>
  shorten(median(oneYear.rows.map((row) => row[place] ?? 0))),
);
const model = boost(toTable(oneYear.rows), Uint8Array.from(oneYear.labels), settings);
const figures = {
  rows: oneYear.rows.length,
  bankrupt: oneYear.labels.filter((label) => label === 1).length,
  ratiosCrossValidated: rounded(crossValidate(oneYear, settings)),
  withoutMonotonicity: rounded(crossValidate(oneYear, { ...settings, monotone: [] })),
  fiveYearsAheadAuc: shorten(
    areaUnderRoc(
      fiveYears.rows.map((row) => predictLogOdds(model, row)),
      fiveYears.labels,
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

function rounded({ auc, brier, ece }: ReturnType<typeof crossValidate>) {
  return { auc: shorten(auc), brier: shorten(brier), ece: shorten(ece) };
}

function shorten(value: number): number {
  return Number(value.toFixed(4));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
