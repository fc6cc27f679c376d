import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const root = new URL('../../../', import.meta.url);
const rooms = [
  'auth',
  'payments',
  'accounting',
  'analytics/src/anomaly',
  'analytics/src/categories',
];

/** A refusal, of a service or of a guard in the database, or what makes one of a code. */
const refusals =
  /(?<!\w)(?:refuse|no|invalid|fault|add)(?:<\w+>)?\(\s*(?:'\w*[a-z]\w*',\s*)?'([A-Z][A-Z_]+)'/g;
/** What an import says of a row. */
const rowCodes = /\bcode: '([A-Z][A-Z_]+)'/g;

function sourcesOf(room: string): string[] {
  const folder = new URL(`subgraphs/${room.includes('/') ? room : `${room}/src`}/`, root);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('__generated__'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));
}

it('explains each code of a refusal, and none that is not given', () => {
  const sources = rooms.flatMap(sourcesOf);
  const rows = sourcesOf('accounting/src/imports');
  const codesIn = (texts: readonly string[], pattern: RegExp) =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map(([, code = '']) => code));
  const given = new Set([...codesIn(sources, refusals), ...codesIn(rows, rowCodes)]);
  const page = readFileSync(new URL('docs/refusals.md', root), 'utf8');
  const explained = page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) =>
      [...(line.split(' | ')[0] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, code = '']) => code),
    );
  expect(explained.toSorted()).toEqual([...new Set(explained)].toSorted());
  expect([...given].toSorted()).toEqual(explained.toSorted());
});
