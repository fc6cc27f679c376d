import { createHash } from 'node:crypto';
import type { PostingSide } from './entry-draft.ts';

/** What an entry says, with its accounts by id. */
export type EntryBody = {
  readonly date: string;
  readonly kind: string;
  readonly description: string;
  readonly invoiceId: string | null;
  readonly paymentId: string | null;
  readonly reversalOf: string | null;
  readonly postings: readonly {
    readonly accountId: string;
    readonly side: PostingSide;
    readonly amountMinor: bigint;
    readonly currency: string;
  }[];
};

/** Where an entry stands in its organization's chain. */
export type EntryLink = {
  readonly previousHash: string;
  readonly sequence: number;
  readonly id: string;
  readonly idempotencyKey: string;
  readonly createdAt: Date;
  readonly bodyHash: string;
};

/** The hash before an organization's first entry. */
export const genesisHash = '0'.repeat(64);

/** SHA-256 of what the entry says, in hexadecimal. The database computes the same: see entry_body in the migrations. */
export function bodyHash(body: EntryBody): string {
  const head = [
    'v1',
    body.date,
    body.kind,
    body.description,
    body.invoiceId ?? '',
    body.paymentId ?? '',
    body.reversalOf ?? '',
  ];
  const lines = body.postings.map(({ accountId, side, amountMinor, currency }) =>
    JSON.stringify([accountId, side, amountMinor.toString(), currency]),
  );
  return sha256(JSON.stringify(head) + lines.join(''));
}

/** SHA-256 of the entry and the hash before it, in hexadecimal. */
export const linkHash = (link: EntryLink): string =>
  sha256(
    [
      link.previousHash,
      link.sequence,
      link.id,
      link.idempotencyKey,
      link.createdAt.getTime(),
      link.bodyHash,
    ].join('|'),
  );

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
