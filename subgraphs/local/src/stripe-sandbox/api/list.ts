import { invalidRequest } from './api-error.ts';
import type { Params } from './form.ts';
import { integer, section, text } from './params.ts';

export const LIST_PARAMETERS = ['limit', 'starting_after', 'ending_before', 'created'];

interface Listed {
  readonly id: string;
  readonly created: number;
}

/** A page of Stripe's kind: newest first, ten unless told, at most a hundred. */
export function listPage<T extends Listed>(
  oldestFirst: readonly T[],
  params: Params,
  url: string,
): { object: 'list'; url: string; has_more: boolean; data: T[] } {
  const limit = integer(params, 'limit') ?? 10;
  if (limit < 1 || limit > 100) {
    throw invalidRequest('This value must be between 1 and 100.', { param: 'limit' });
  }
  const rows = oldestFirst.toReversed().filter((row) => isWithin(row.created, params));
  const after = text(params, 'starting_after');
  const before = text(params, 'ending_before');
  if (before !== undefined) {
    const end = positionOf(rows, before, 'ending_before');
    const start = Math.max(0, end - limit);
    return { object: 'list', url, has_more: start > 0, data: rows.slice(start, end) };
  }
  const start = after === undefined ? 0 : positionOf(rows, after, 'starting_after') + 1;
  const data = rows.slice(start, start + limit);
  return { object: 'list', url, has_more: start + limit < rows.length, data };
}

function positionOf(rows: readonly Listed[], id: string, param: string): number {
  const position = rows.findIndex((row) => row.id === id);
  if (position >= 0) return position;
  throw invalidRequest(`No such object: '${id}'`, { code: 'resource_missing', param });
}

function isWithin(created: number, params: Params): boolean {
  const exact = typeof params['created'] === 'string' ? integer(params, 'created') : undefined;
  if (exact !== undefined) return created === exact;
  const range = section(params, 'created');
  const more = integer(range, 'gt') ?? Number.NEGATIVE_INFINITY;
  const from = integer(range, 'gte') ?? Number.NEGATIVE_INFINITY;
  const less = integer(range, 'lt') ?? Number.POSITIVE_INFINITY;
  const to = integer(range, 'lte') ?? Number.POSITIVE_INFINITY;
  return created > more && created >= from && created < less && created <= to;
}
