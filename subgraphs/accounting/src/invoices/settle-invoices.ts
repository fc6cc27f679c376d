import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { LocalDate } from '@finflow/shared/local-date';
import { recordEvents } from '@finflow/shared/outbox/record-event';
import { bulkInsert } from '../bulk-insert.ts';
import type { PostingRoom } from '../ledger/post-entries.ts';
import { addActivities, type NewActivity } from './add-activities.ts';
import { invoicePaid, invoiceUpdated, type MovedInvoice } from './invoice.events.ts';
import { readMoved } from './read-moved.ts';
import type { SettlementMethod } from './settlement.entity.ts';

/** Money that came in for one invoice. */
export type NewSettlement = {
  readonly id: string;
  readonly invoiceId: string;
  readonly paymentId: string;
  readonly amountMinor: bigint;
  readonly surplusMinor: bigint;
  readonly currency: string;
  /** Null when it came through the provider. */
  readonly method: SettlementMethod | null;
  readonly paidOn: LocalDate;
  readonly idempotencyKey: string;
  /** When it happened, for the timeline. */
  readonly at: Date;
};

const columns = {
  id: 'uuid',
  organizationId: 'uuid',
  invoiceId: 'uuid',
  paymentId: 'uuid',
  amountMinor: 'bigint',
  surplusMinor: 'bigint',
  currency: 'varchar',
  method: 'varchar',
  paidOn: 'date',
  idempotencyKey: 'varchar',
  createdAt: 'timestamptz',
};

/**
 * Applies money to invoices, at most one settlement for each: amounts, timelines, events. The postings are the caller's.
 * Call it inside a transaction that holds the ledger.
 * @throws an error of the database (invoice_never_overpaid) when more would be applied than is due
 */
export async function settleInvoices(
  em: SqlEntityManager,
  settlements: readonly NewSettlement[],
  room: PostingRoom,
): Promise<void> {
  const { organizationId, clock } = room;
  const createdAt = clock.now();
  const rows = settlements.map(({ at: _at, ...row }) => ({ ...row, organizationId, createdAt }));
  await bulkInsert(em, 'settlement', columns, rows);
  const moved = await readMoved(
    em,
    settlements.map(({ invoiceId }) => invoiceId),
  );
  const settled = settlements.map((settlement) => {
    const invoice = moved.get(settlement.invoiceId);
    if (!invoice) throw new Error('A settlement without an invoice');
    const isPaid = settlement.amountMinor > 0n && invoice.status === 'PAID';
    return { settlement, invoice, isPaid };
  });
  await addActivities(em, settled.flatMap(toActivities), room);
  await recordEvents(
    em,
    settled.flatMap((one) => toEvents(one, room)),
  );
}

type Settled = {
  readonly settlement: NewSettlement;
  readonly invoice: MovedInvoice;
  /** This money completed it. */
  readonly isPaid: boolean;
};

function toActivities({ settlement, isPaid }: Settled): NewActivity[] {
  const { invoiceId, paymentId, at, currency, amountMinor, surplusMinor } = settlement;
  const received = { invoiceId, paymentId, at, currency, amountMinor: amountMinor + surplusMinor };
  return [
    { ...received, kind: 'PAYMENT_RECEIVED' },
    ...(isPaid ? [{ invoiceId, at, currency, kind: 'PAID' as const, amountMinor: null }] : []),
  ];
}

/** Payments mirrors what was recorded by hand: one event alone carries it, the last. */
function toEvents({ settlement, invoice, isPaid }: Settled, room: PostingRoom) {
  const { id, amountMinor, method, paidOn } = settlement;
  const byHand = method ? { id, amountMinor: amountMinor.toString(), method, paidOn } : undefined;
  return isPaid
    ? [invoiceUpdated(invoice, room), invoicePaid({ ...invoice, paidOn }, room, byHand)]
    : [invoiceUpdated(invoice, room, byHand)];
}
