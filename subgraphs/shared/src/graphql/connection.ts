import { GraphQLError } from 'graphql';
import { isId } from '../ids.ts';
import { isStorableText } from '../storable-text.ts';

const maxPageSize = 100;

/** `first` and `after` as checked: how many, and what the cursor holds (the sort key of the last row seen). */
export type Page = { readonly first: number; readonly after: readonly string[] | null };

/** What a part of a list's sort key is, so that a cursor of another list never reaches the database. */
export type SortKeyPart = keyof typeof isPart;

const isPart = {
  /** Of any year, unlike the books' days: what has none yet is sorted as 9999-12-31. */
  day: (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isInstant(`${text}T00:00:00.000Z`),
  id: isId,
  instant: (text: string) => /^\d{4}-/.test(text) && isInstant(text),
  /** An int of Postgres, from 0. */
  place: (text: string) => /^\d{1,10}$/.test(text) && Number(text) < 2 ** 31,
  text: isStorableText,
} as const;

function isInstant(text: string): boolean {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString() === text;
}

/**
 * Checks a connection's arguments.
 * @param sortKey of what the list is sorted by, part by part
 * @throws GraphQLError BAD_USER_INPUT when `first` isn't 1 to 100 or the cursor isn't of this list
 */
export function readPage(
  args: { first?: number | null; after?: string | null },
  sortKey: readonly SortKeyPart[],
): Page {
  const first = args.first ?? 50;
  if (!Number.isInteger(first) || first < 1 || first > maxPageSize) {
    throw badInput(`first must be 1 to ${maxPageSize}.`);
  }
  if (args.after == null || args.after === '') return { first, after: null };
  const after = decodeCursor(args.after);
  const isOfThisList =
    after?.length === sortKey.length &&
    sortKey.every((part, index) => isPart[part](after[index] ?? ''));
  if (!isOfThisList) throw badInput('after is not a cursor of this list.');
  return { first, after };
}

export const encodeCursor = (sortKey: readonly string[]): string =>
  Buffer.from(JSON.stringify(sortKey)).toString('base64url');

function decodeCursor(cursor: string): string[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) && value.every((v) => typeof v === 'string') ? value : null;
  } catch {
    return null; // Not JSON, so not one of our cursors: the caller answers BAD_USER_INPUT.
  }
}

/** A Relay connection of `rows`, of which the query fetched one more than `first`. */
export function toConnection<T>(
  rows: readonly T[],
  { first, after }: Page,
  sortKeyOf: (row: T) => readonly string[],
) {
  const edges = rows
    .slice(0, first)
    .map((node) => ({ node, cursor: encodeCursor(sortKeyOf(node)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
