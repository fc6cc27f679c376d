import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '@finflow/shared/clock';
import { newId } from '@finflow/shared/ids';
import { recordEvents } from '@finflow/shared/outbox/record-event';
import { refuse, RefusedError } from '@finflow/shared/refusal';
import { bulkInsert } from '../bulk-insert.ts';
import { keyReused } from '../idempotency-key.ts';
import { accountBook, type AccountBook } from './account-book.ts';
import { isBalanced, type EntryDraft } from './entry-draft.ts';
import { bodyHash, linkHash } from './entry-hash.ts';
import { entryColumns, postingColumns, type EntryRow, type PostingRow } from './entry-rows.ts';
import { ledgerEntryPosted } from './ledger.events.ts';
import { lockLedger, type LedgerHead } from './lock-ledger.ts';

export type PostingRoom = {
  readonly organizationId: string;
  readonly clock: Clock;
};

/** An entry that stands in the books, and whether this call put it there. */
export type PostedEntry = { readonly id: string; readonly isNew: boolean };

/**
 * Posts entries in their order, at the end of the organization's chain, with their events; one is the case of many. An entry
 * whose key is in the books with the same body is not posted again. Call it inside a transaction.
 * @throws RefusedError ENTRY_NOT_BALANCED, ACCOUNT_NOT_FOUND, PERIOD_CLOSED or IDEMPOTENCY_KEY_REUSED; nothing is written then
 */
export async function postEntries(
  em: SqlEntityManager,
  drafts: readonly EntryDraft[],
  room: PostingRoom,
): Promise<PostedEntry[]> {
  const head = await lockLedger(em);
  const book = await accountBook(em);
  const known = await entriesByKey(em, drafts);
  const chain = startChain(head, room);
  const posted = drafts.map((draft) => {
    const body = toBody(draft, book);
    const earlier = known.get(draft.idempotencyKey);
    if (earlier) return alreadyPosted(earlier, bodyHash(body));
    mustBePostable(draft, head);
    const entry = chain.add(draft, body);
    known.set(draft.idempotencyKey, entry);
    return { id: entry.id, isNew: true };
  });
  await bulkInsert(em, 'journal_entry', entryColumns, chain.entries);
  await bulkInsert(em, 'posting', postingColumns, chain.postings);
  await recordEvents(em, ledgerEntryPosted(chain, book, room));
  return posted;
}

type KnownEntry = { readonly id: string; readonly bodyHash: string };

async function entriesByKey(em: SqlEntityManager, drafts: readonly EntryDraft[]) {
  const rows = await em.execute<(KnownEntry & { key: string })[]>(
    `select id, body_hash as "bodyHash", idempotency_key as key from journal_entry
     where idempotency_key in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(drafts.map(({ idempotencyKey }) => idempotencyKey))],
  );
  return new Map<string, KnownEntry>(rows.map((row) => [row.key, row]));
}

function toBody(draft: EntryDraft, book: AccountBook) {
  return {
    date: draft.date,
    kind: draft.kind,
    description: draft.description,
    invoiceId: draft.invoiceId ?? null,
    paymentId: draft.paymentId ?? null,
    reversalOf: draft.reversalOf ?? null,
    postings: draft.postings.map(({ account, side, amountMinor, currency }) => ({
      accountId: book.find(account).id,
      side,
      amountMinor,
      currency,
    })),
  };
}

function alreadyPosted(earlier: KnownEntry, hash: string): PostedEntry {
  if (earlier.bodyHash === hash) return { id: earlier.id, isNew: false };
  throw new RefusedError(keyReused());
}

function mustBePostable(draft: EntryDraft, { closedThrough }: LedgerHead): void {
  if (!isBalanced(draft.postings)) {
    const message = 'Debits and credits must be equal in each currency, in two lines or more.';
    throw new RefusedError(refuse('InvalidInput', 'ENTRY_NOT_BALANCED', message, 'input.postings'));
  }
  if (closedThrough !== null && draft.date <= closedThrough) {
    const message = `The books are closed through ${closedThrough}. Choose a later date.`;
    throw new RefusedError(refuse('InvalidInput', 'PERIOD_CLOSED', message, 'input.date'));
  }
}

function startChain(head: LedgerHead, { organizationId, clock }: PostingRoom) {
  const entries: EntryRow[] = [];
  const postings: PostingRow[] = [];
  const createdAt = clock.now();
  const add = (draft: EntryDraft, body: ReturnType<typeof toBody>): EntryRow => {
    const link = {
      id: newId(createdAt.getTime()),
      sequence: head.sequence + entries.length + 1,
      previousHash: entries.at(-1)?.hash ?? head.hash,
      idempotencyKey: draft.idempotencyKey,
      bodyHash: bodyHash(body),
      createdAt,
    };
    const { postings: lines, ...rest } = body;
    const entry = {
      ...rest,
      ...link,
      organizationId,
      postingCount: lines.length,
      hash: linkHash(link),
    };
    entries.push(entry);
    lines.forEach((line, index) => {
      postings.push({
        id: newId(),
        organizationId,
        entryId: entry.id,
        position: index + 1,
        ...line,
      });
    });
    return entry;
  };
  return { entries, postings, add };
}
