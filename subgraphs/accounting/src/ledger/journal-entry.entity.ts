import { defineEntity, p } from '@mikro-orm/core';
import type { PostingSide } from './entry-draft.ts';

/** An entry as it stands for ever: the database refuses to change or delete it. Written by postEntries alone. */
export const JournalEntrySchema = defineEntity({
  name: 'JournalEntry',
  uniques: [
    { properties: ['organizationId', 'sequence'] },
    { properties: ['organizationId', 'idempotencyKey'] },
  ],
  indexes: [
    { properties: ['organizationId', 'date', 'sequence'] },
    { properties: ['invoiceId'] },
    { properties: ['paymentId'] },
  ],
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    sequence: p.integer(),
    date: p.date(),
    kind: p.string().length(40),
    description: p.string().length(300),
    idempotencyKey: p.string().length(200),
    postingCount: p.integer(),
    invoiceId: p.uuid().strictNullable(),
    paymentId: p.uuid().strictNullable(),
    reversalOf: p.uuid().strictNullable().unique(),
    /** SHA-256 over what the entry says, and over that with its place in the chain. Hexadecimal. */
    bodyHash: p.string().length(64),
    previousHash: p.string().length(64),
    hash: p.string().length(64),
    createdAt: p.datetime(3),
  },
});

export class JournalEntry extends JournalEntrySchema.class {}
JournalEntrySchema.setClass(JournalEntry);

export const PostingSchema = defineEntity({
  name: 'Posting',
  uniques: [{ properties: ['entryId', 'position'] }],
  indexes: [{ properties: ['organizationId', 'accountId'] }],
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    entryId: p.uuid(),
    /** Its place in the entry, from 1. */
    position: p.integer(),
    accountId: p.uuid(),
    side: p.string().length(6).$type<PostingSide>(),
    amountMinor: p.bigint('bigint'),
    currency: p.string().length(3),
  },
});

export class Posting extends PostingSchema.class {}
PostingSchema.setClass(Posting);
