import type { EntryDraft, PostingDraft } from '../entry-draft.ts';

/** What a bookkeeper writes by hand. */
export const manualPosting = (entry: {
  readonly date: string;
  readonly description: string;
  readonly postings: readonly PostingDraft[];
  readonly idempotencyKey: string;
}): EntryDraft => ({ ...entry, kind: 'MANUAL', idempotencyKey: `manual:${entry.idempotencyKey}` });
