import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A purchase of a body, as it published it, under the name of the account or card category that it booked. */
export type Purchased = {
  readonly date: string;
  readonly text: string;
  readonly amount: number;
  readonly label: string;
};

export type Task = { readonly train: readonly Purchased[]; readonly test: readonly Purchased[] };

/** A file of the data's folder, under `categories`, with a split: columns split, date, description, amount, category, unit. */
export function readTask(folder: string, name: string): Task {
  const rows = readLines(folder, `${name}.tsv.gz`).map((line) => {
    const [split = '', date = '', text = '', amount = '', label = ''] = line.split('\t');
    return { split, purchased: { date, text, amount: Number(amount), label } };
  });
  const of = (part: string) =>
    rows.filter(({ split }) => split === part).map(({ purchased }) => purchased);
  return { train: of('train'), test: of('test') };
}

/** A file there without a split: columns date, description, amount, unit, label; fields in quotes where they hold commas. */
export function readTrainingOnly(folder: string, name: string): readonly Purchased[] {
  return readLines(folder, `${name}.csv.gz`).map((line) => {
    const [date = '', text = '', amount = '', , label = ''] = splitCsv(line);
    return { date, text, amount: Number(amount), label };
  });
}

/** Merchant category names and the card categories that they belong to. */
export function readMerchantNames(folder: string): readonly Purchased[] {
  const names: unknown = JSON.parse(
    readFileSync(join(folder, 'categories/mcc_name_to_category.json'), 'utf8'),
  );
  if (typeof names !== 'object' || names === null) throw new TypeError('Not a list of names');
  return Object.entries(names).map(([text, label]) => ({
    date: '',
    text,
    amount: 0,
    label: String(label),
  }));
}

const readLines = (folder: string, file: string): string[] =>
  gunzipSync(readFileSync(join(folder, 'categories', file)))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .slice(1);

const splitCsv = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? '').replaceAll('""', '"'),
  );
