import { encodeCursor } from '@finflow/shared/graphql/connection';
import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';
import type { Place } from './places.ts';

/** What somebody writes who means no good, or does not know better. */
export function hostileValues({ type, path }: Place): readonly unknown[] {
  const nullable: GraphQLInputType = getNullableType(type);
  if (path.at(-1) === 'after') return [null, ...texts, ...cursors];
  if (isListType(nullable)) return [null, []];
  if (isInputObjectType(nullable)) return [null, {}];
  if (isEnumType(nullable)) return nullable.getValues().map(({ name }) => name);
  return [null, ...(scalars[nullable.name] ?? [])];
}

/** NUL and the half of a surrogate pair are what Postgres can't store. */
const texts = [
  '',
  'a\u0000b',
  'cut in \ud83d',
  '\u202e%_\\',
  "'; drop table x; --",
  'x'.repeat(6000),
];

const nobodysId = '0190f0a0-0000-7000-8000-000000000000';
const ids = ['', 'a\u0000b', '1', 'f'.repeat(36), nobodysId, nobodysId.toUpperCase()];

/** Well formed, and of another list, or of none. */
const cursors = [
  ['x'],
  ['x', 'y'],
  ['2026-02-31', '1'],
  ['2026-01-01', '99999999999'],
  ['a\u0000b', nobodysId],
  ['2026-01-01T00:00:00.000Z', 'y'],
  ['+275760-09-13T00:00:00.000Z', nobodysId],
  ['2026-01-01', '1', 'z'],
  ['2026-01-01', 'y', nobodysId],
].map(encodeCursor);

const scalars: Readonly<Record<string, readonly unknown[]>> = {
  Boolean: [true, false],
  CurrencyCode: ['JPY', 'XAU', '', 'eur'],
  Decimal: ['0', '-1', '0.0000001', '999999999', `${'9'.repeat(30)}.${'9'.repeat(18)}`, '1e3', ''],
  Float: [0, -1, 1e308, 0.1],
  ID: ids,
  Int: [0, -1, 101, 2_147_483_647, -2_147_483_648],
  LocalDate: ['1900-01-01', '2199-12-31', '2026-02-30', '', 'today'],
  MinorUnits: ['0', '-1', '9'.repeat(18), `-${'9'.repeat(18)}`, '9'.repeat(19), '1.5', ''],
  String: texts,
};
