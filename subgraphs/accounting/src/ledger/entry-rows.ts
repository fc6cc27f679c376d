import type { PostingSide } from './entry-draft.ts';

/** Rows of journal_entry and posting as they are written in bulk. */
export type EntryRow = {
  readonly id: string;
  readonly organizationId: string;
  readonly sequence: number;
  readonly date: string;
  readonly kind: string;
  readonly description: string;
  readonly idempotencyKey: string;
  readonly postingCount: number;
  readonly invoiceId: string | null;
  readonly paymentId: string | null;
  readonly reversalOf: string | null;
  readonly bodyHash: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly createdAt: Date;
};

export type PostingRow = {
  readonly id: string;
  readonly organizationId: string;
  readonly entryId: string;
  readonly position: number;
  readonly accountId: string;
  readonly side: PostingSide;
  readonly amountMinor: bigint;
  readonly currency: string;
};

export const entryColumns = {
  id: 'uuid',
  organizationId: 'uuid',
  sequence: 'int',
  date: 'date',
  kind: 'varchar',
  description: 'varchar',
  idempotencyKey: 'varchar',
  postingCount: 'int',
  invoiceId: 'uuid',
  paymentId: 'uuid',
  reversalOf: 'uuid',
  bodyHash: 'varchar',
  previousHash: 'varchar',
  hash: 'varchar',
  createdAt: 'timestamptz',
} as const;

export const postingColumns = {
  id: 'uuid',
  organizationId: 'uuid',
  entryId: 'uuid',
  position: 'int',
  accountId: 'uuid',
  side: 'varchar',
  amountMinor: 'bigint',
  currency: 'varchar',
} as const;
