import { readFileSync } from 'node:fs';
import { exactKey, wordsOf } from '../../src/categorizing/normalize-text.ts';
import { categoryOfTag } from './brand-categories.ts';
import type { SourceText } from './sources.ts';

/** A brand's name, and how many of the trades that are known under it are of each category of ours. */
export type Brand = { readonly name: string; readonly trades: Readonly<Record<string, number>> };

/** Brands that are met here, or everywhere. */
const places: readonly unknown[] = ['gb', 'ie', 'de', '150', '001'];

/**
 * The brands of name-suggestion-index's `nsi.json` that a business pays, by name. A supermarket that also sells fuel has trades of both.
 * @throws TypeError for another file
 */
export function brandsOf(index: unknown): Brand[] {
  const trades = new Map<string, Record<string, number>>();
  for (const [tree, value] of Object.entries(recordOf(recordOf(index)['nsi']))) {
    const code = categoryOfTag(tree.replace(/^brands\//, ''));
    if (code === undefined) continue;
    for (const item of listOf(recordOf(value)['items']).map(recordOf)) {
      if (!listOf(recordOf(item['locationSet'])['include']).some(isHere)) continue;
      for (const name of namesOf(item)) {
        const of = trades.get(name) ?? {};
        trades.set(name, { ...of, [code]: (of[code] ?? 0) + 1 });
      }
    }
  }
  return [...trades].sort(byName).map(([name, of]) => ({ name, trades: of }));
}

const isHere = (place: unknown): boolean =>
  places.includes(place) || (typeof place === 'string' && place.startsWith('gb-'));

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : Number(a > b);

/** As texts are read, each once; those that aren't written in Latin letters are left out. */
function namesOf(item: Readonly<Record<string, unknown>>): Set<string> {
  const names = [
    item['displayName'],
    recordOf(item['tags'])['name'],
    ...listOf(item['matchNames']),
  ];
  const keys = names.flatMap((name) => (typeof name === 'string' ? [exactKey(wordsOf(name))] : []));
  return new Set(keys.filter((key) => /^[a-z0-9& ]*[a-z]{2}[a-z0-9& ]*$/.test(key)));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new TypeError('Not an index of brands');
  return Object.fromEntries(Object.entries(value));
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** One line a brand: its name, a tab, and its trades as "MEALS:2 VEHICLES:1". */
export const formatBrands = (brands: readonly Brand[]): string =>
  brands
    .map(({ name, trades }) => {
      const list = Object.entries(trades).map(([code, count]) => `${code}:${count}`);
      return `${name}\t${list.sort().join(' ')}\n`;
    })
    .join('');

/** A brand counts as much as a name that a body bought from so often. */
const count = 30;

/** The brands beside this file, with the shares of their categories. @param codes the taxonomy's, in the order of their indices */
export function brandTexts(codes: readonly string[]): SourceText[] {
  const lines = readFileSync(new URL('brands.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [text = '', list = ''] = line.split('\t');
    const trades = list.split(' ').map((trade) => trade.split(':'));
    const total = trades.reduce((sum, [, times]) => sum + Number(times), 0);
    const shares = trades.map(
      ([code = '', times]) => [codes.indexOf(code), Number(times) / total] as const,
    );
    return { text, count, shares };
  });
}
