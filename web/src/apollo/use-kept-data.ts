import { useState } from 'react';
import { mayPass } from './error-text.ts';

export type AskedQuery<Data> = {
  readonly data: Data | undefined;
  readonly previousData?: Data | undefined;
  readonly variables?: unknown;
  readonly error?: unknown;
  readonly loading: boolean;
};

type Kept<Data> = {
  /** What to show; undefined when there is nothing yet, or nothing any more. */
  readonly data: Data | undefined;
  /** The last try to ask anew met a fault, and the next has not succeeded yet. */
  readonly isOutOfDate: boolean;
  /** The variables that `data` answers, as text. */
  readonly asked: string | undefined;
};

const nothing = { data: undefined, isOutOfDate: false, asked: undefined };

/**
 * What to show of a query: the answer; while other variables load, the old one; and when the same ones can't be asked anew, for a fault
 * that may pass, the last answer to them.
 */
export function useKeptData<Data>(query: AskedQuery<Data>): Omit<Kept<Data>, 'asked'> {
  const [last, setLast] = useState<Kept<Data>>(nothing);
  const next = nextKept(last, query);
  if (next !== last) setLast(next);
  if (next.data !== undefined) return next;
  return query.loading ? { data: query.previousData, isOutOfDate: false } : nothing;
}

function nextKept<Data>(last: Kept<Data>, query: AskedQuery<Data>): Kept<Data> {
  const { data, error, loading } = query;
  const asked = JSON.stringify(query.variables);
  const wasAnswered = last.data !== undefined && last.asked === asked;
  const isOutOfDate = wasAnswered && (error ? mayPass(error) : last.isOutOfDate && loading);
  if (isOutOfDate) return last.isOutOfDate ? last : { ...last, isOutOfDate };
  if (error || data === undefined) return nothing;
  return data === last.data && wasAnswered && !last.isOutOfDate
    ? last
    : { data, asked, isOutOfDate };
}
