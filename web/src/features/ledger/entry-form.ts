import type { PostingInput } from '../../__generated__/schema.ts';
import { amountLike, explainAmount, parseAmount } from '../../lib/parse-amount.ts';

/** One side is filled, the other left empty, as on paper. */
export type PostingValues = {
  readonly accountId: string;
  readonly debit: string;
  readonly credit: string;
};

export type EntryValues = {
  date: string;
  description: string;
  postings: PostingValues[];
};

export const emptyPosting: PostingValues = { accountId: '', debit: '', credit: '' };

type Field = `postings.${number}.${keyof PostingValues}` | 'root';

type Read =
  | { readonly kind: 'read'; readonly postings: PostingInput[] }
  | { readonly kind: 'wrong'; readonly field: Field; readonly message: string };

/** What is typed as postings, or the first thing wrong with it. Lines left empty don't count. */
export function readPostings(typed: readonly PostingValues[], currency: string): Read {
  const postings: PostingInput[] = [];
  for (const [at, line] of typed.entries()) {
    if (isEmpty(line)) continue;
    const read = readPosting(line, currency);
    if ('field' in read) {
      return { kind: 'wrong', field: `postings.${at}.${read.field}`, message: read.message };
    }
    postings.push(read);
  }
  if (postings.length < 2) return wrong('An entry has at least two postings.');
  if (differenceOf(typed, currency) !== 0n) return wrong('Debits and credits are not equal.');
  return { kind: 'read', postings };
}

/** Debits less credits, in minor units. What can't be read counts as nothing. */
export function differenceOf(typed: readonly PostingValues[], currency: string): bigint {
  return typed.reduce(
    (sum, { debit, credit }) =>
      sum + (parseAmount(debit, currency) ?? 0n) - (parseAmount(credit, currency) ?? 0n),
    0n,
  );
}

function readPosting(line: PostingValues, currency: string) {
  const wrongAt = (field: keyof PostingValues, message: string) => ({ field, message });
  if (line.accountId === '') return wrongAt('accountId', 'Choose an account.');
  const field = line.debit.trim() === '' ? 'credit' : 'debit';
  if (field === 'debit' && line.credit.trim() !== '') {
    return wrongAt('credit', 'Fill one side only.');
  }
  const minor = parseAmount(line[field], currency);
  if (minor === null || minor <= 0n) {
    const expected = `Enter an amount above zero, such as ${amountLike(currency)}.`;
    return wrongAt(field, explainAmount(line[field], currency, expected));
  }
  return {
    accountId: line.accountId,
    side: field === 'debit' ? ('DEBIT' as const) : ('CREDIT' as const),
    amountMinor: minor.toString(),
  };
}

function isEmpty({ accountId, debit, credit }: PostingValues): boolean {
  return accountId === '' && debit.trim() === '' && credit.trim() === '';
}

function wrong(message: string): Read {
  return { kind: 'wrong', field: 'root', message };
}
