import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { ratios } from '../../src/credit/ratios.ts';

/** A public set of loans or companies. Label 1 is a bad end. NaN where nothing is known. */
export type CreditSet = {
  readonly name: string;
  readonly rows: readonly (readonly number[])[];
  readonly labels: readonly number[];
};

/** What tells of a person's sex, age, marriage or nationality decides nothing: places in a row. */
const personal = { german: [8, 12, 19], taiwan: [2, 4, 5] };

/** One year ahead, with the columns that our books can give. */
export const ourRatios = 'polish, our ratios';

/** The sets of UCI's repository (CC BY 4.0) in the data's folder, under `credit`, each read once. */
export async function readCreditSets(folder: string): Promise<CreditSet[]> {
  return [
    await readGerman(folder, 'german, all columns', []),
    await readGerman(folder, 'german', personal.german),
    await readTaiwan(folder, 'taiwan, all columns', []),
    await readTaiwan(folder, 'taiwan', personal.taiwan),
    onOurRatios(await readPolish(folder, ourRatios, 'polish_bankruptcy_5year.arff.gz')),
    await readPolish(folder, 'polish, one year ahead', 'polish_bankruptcy_5year.arff.gz'),
    await readPolish(folder, 'polish, five years ahead', 'polish_bankruptcy_1year.arff.gz'),
  ];
}

/** A code such as A34 becomes its number: the lists run mostly from worse to better. */
async function readGerman(folder: string, name: string, left: number[]): Promise<CreditSet> {
  const lines = await readLines(`${folder}/credit/german_statlog.data.gz`);
  const cells = lines.map((line) => line.trim().split(/\s+/));
  const toNumber = (cell: string) => Number(cell.replace(/^A/, ''));
  return {
    name,
    rows: cells.map((row) =>
      row
        .slice(0, 20)
        .filter((_, place) => !left.includes(place))
        .map(toNumber),
    ),
    labels: cells.map((row) => (row[20] === '2' ? 1 : 0)),
  };
}

/** The first column is the row's number. */
async function readTaiwan(folder: string, name: string, left: number[]): Promise<CreditSet> {
  const lines = (await readLines(`${folder}/credit/taiwan_default.csv.gz`)).slice(1);
  const cells = lines.map((line) => line.split(',').map(Number));
  return {
    name,
    rows: cells.map((row) =>
      row.slice(0, 24).filter((_, place) => place > 0 && !left.includes(place)),
    ),
    labels: cells.map((row) => row[24] ?? 0),
  };
}

/** The repository names its files by the year of the figures: those of the fifth year are one year before the end. */
export async function readPolish(folder: string, name: string, file: string): Promise<CreditSet> {
  const lines = (await readLines(`${folder}/credit/${file}`)).filter(
    (line) => !line.startsWith('@'),
  );
  const cells = lines.map((line) =>
    line.split(',').map((cell) => (cell === '?' ? NaN : Number(cell))),
  );
  return {
    name,
    rows: cells.map((row) => row.slice(0, 64)),
    labels: cells.map((row) => row[64] ?? 0),
  };
}

/**
 * The columns of a Polish set that our books can give, in the order of `ratios`, of the companies that have all of them. Of the 75 without
 * last year's sales 71 went bankrupt: that tells how the set was put together, and must decide nothing about a young business.
 */
export function onOurRatios({ name, rows, labels }: CreditSet): CreditSet {
  const picked = rows.map((row) =>
    ratios.map(({ polishAttribute }) => row[polishAttribute - 1] ?? Number.NaN),
  );
  const isWhole = (_: unknown, place: number) => !(picked[place] ?? []).some(Number.isNaN);
  return { name, rows: picked.filter(isWhole), labels: labels.filter(isWhole) };
}

const readLines = async (path: string): Promise<string[]> =>
  gunzipSync(await readFile(path))
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
