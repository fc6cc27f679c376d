import { defineEntity, p } from '@mikro-orm/core';

/** Money that went out, as the ledger tells it: one row a journal entry, never changed. */
export const TransactionSchema = defineEntity({
  name: 'Transaction',
  indexes: [{ properties: ['organizationId', 'date', 'id'] }],
  properties: {
    /** The journal entry's id. */
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    /** What the entry says in one line; empty where it says nothing. */
    text: p.string().length(500),
    amountMinor: p.decimal('string').precision(38).scale(0),
    currency: p.string().length(3),
    date: p.date(),
    /** The expense account that it was booked on at first. */
    accountCode: p.string().length(10),
    /** Whether a person wrote the entry: then its account is a decision to learn from. */
    isByHand: p.boolean(),
  },
});

export class Transaction extends TransactionSchema.class {}
TransactionSchema.setClass(Transaction);

/** An entry that was taken back. Its transaction needs no category any more, whichever of the two is heard of first. */
export const TransactionReversalSchema = defineEntity({
  name: 'TransactionReversal',
  properties: {
    transactionId: p.uuid().primary(),
    organizationId: p.uuid(),
  },
});

export class TransactionReversal extends TransactionReversalSchema.class {}
TransactionReversalSchema.setClass(TransactionReversal);
