import { isId } from '@finflow/shared/ids';
import { refuse, type Refusal } from '@finflow/shared/refusal';
import { requiredText } from '../clean-text.ts';
import { orRefuse } from '../guard-refusal.ts';
import { cleanKey } from '../idempotency-key.ts';
import { baseCurrency } from '../organization/base-currency.ts';
import { todayOf } from '../organization/today-of.ts';
import { inTransaction, type Room } from '../room.ts';
import type { PostingSide } from './entry-draft.ts';
import { JournalEntry, Posting } from './journal-entry.entity.ts';
import { lockLedger } from './lock-ledger.ts';
import { postEntries } from './post-entries.ts';
import { accountsNow } from './expense-standing.ts';
import { manualPosting } from './postings/manual.ts';
import { reversePosting } from './postings/reverse.ts';

export type ManualEntryInput = {
  readonly date: string;
  readonly description: string;
  readonly postings: readonly {
    readonly accountId: string;
    readonly side: PostingSide;
    readonly amountMinor: bigint;
  }[];
  readonly idempotencyKey: string;
};

const maxPostings = 200;

/**
 * Posts an entry by hand; gives its id. The same key and body again changes nothing.
 * Refuses ENTRY_NOT_BALANCED, TOO_MANY_POSTINGS, NEGATIVE_AMOUNT, ACCOUNT_NOT_FOUND, PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
 */
export const postManualEntry = (input: ManualEntryInput, room: Room): Promise<string | Refusal> =>
  inTransaction(room, async (em) => {
    const idempotencyKey = orRefuse(cleanKey(input.idempotencyKey));
    const limits = { field: 'input.description', maxLength: 300, name: 'The description' };
    const description = orRefuse(requiredText(input.description, limits));
    orRefuse(checkPostings(input));
    const currency = await baseCurrency({ ...room, em });
    const draft = manualPosting({
      date: input.date,
      description,
      idempotencyKey,
      postings: input.postings.map(({ accountId, side, amountMinor }) => ({
        account: accountId,
        side,
        amountMinor,
        currency,
      })),
    });
    const [posted] = await postEntries(em, [draft], room);
    return posted?.id ?? '';
  });

function checkPostings({ postings }: ManualEntryInput): Refusal | null {
  if (postings.length > maxPostings) {
    const message = `An entry has at most ${maxPostings} lines.`;
    return refuse('InvalidInput', 'TOO_MANY_POSTINGS', message, 'input.postings');
  }
  const wrong = postings.findIndex(({ amountMinor }) => amountMinor <= 0n);
  if (wrong === -1) return null;
  const field = `input.postings.${wrong}.amountMinor`;
  return refuse('InvalidInput', 'NEGATIVE_AMOUNT', 'An amount is above 0.', field);
}

export type ReversalInput = {
  readonly entryId: string;
  readonly date?: string | null;
  readonly idempotencyKey: string;
};

/**
 * Posts the opposite of an entry; gives the new entry's id. The same key again changes nothing.
 * Refuses ENTRY_NOT_FOUND, ALREADY_REVERSED, NOT_REVERSIBLE, PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
 */
export const reverseEntry = (input: ReversalInput, room: Room): Promise<string | Refusal> =>
  inTransaction(room, async (em) => {
    const idempotencyKey = orRefuse(cleanKey(input.idempotencyKey));
    await lockLedger(em);
    const entry = isId(input.entryId)
      ? await em.findOne(JournalEntry, { id: input.entryId })
      : null;
    if (!entry) return orRefuse<string>(entryNotFound());
    orRefuse(checkReversible(entry));
    const earlier = await em.findOne(JournalEntry, { reversalOf: entry.id });
    if (earlier && earlier.idempotencyKey !== `reversal:${idempotencyKey}`) {
      return orRefuse<string>(alreadyReversed());
    }
    const lines = await em.find(Posting, { entryId: entry.id }, { orderBy: { position: 'asc' } });
    const standsOn = await accountsNow(em, entry.id);
    const postings = lines.map(({ accountId, side, amountMinor, currency }) => ({
      account: standsOn(accountId),
      side,
      amountMinor,
      currency,
    }));
    const date = input.date ?? earlier?.date ?? (await todayOf({ ...room, em }));
    const { id, sequence, invoiceId, paymentId } = entry;
    const reversed = { id, sequence, invoiceId, paymentId, postings };
    const draft = reversePosting(reversed, { date, idempotencyKey });
    const [posted] = await postEntries(em, [draft], room);
    return posted?.id ?? '';
  });

const entryNotFound = () =>
  refuse('NotFound', 'ENTRY_NOT_FOUND', 'There is no such entry.', 'input.entryId');

const alreadyReversed = () =>
  refuse('Conflict', 'ALREADY_REVERSED', 'This entry was reversed before.', 'input.entryId');

/** What an invoice or a payment says must stay what the books say: those are corrected by a refund, not here. */
function checkReversible({ kind }: JournalEntry): Refusal | null {
  if (kind === 'MANUAL' || kind === 'REVERSAL') return null;
  const message = 'Only entries written by hand can be reversed. Refund the payment instead.';
  return refuse('Conflict', 'NOT_REVERSIBLE', message, 'input.entryId');
}
