import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { NotYet } from '@finflow/shared/bus/not-yet';
import { addDays, type LocalDate } from '@finflow/shared/local-date';
import type { LedgerHead } from '../ledger/lock-ledger.ts';
import { lockLedger } from '../ledger/lock-ledger.ts';

/** Takes the ledger; an organization whose books are not open yet has its event come too early. */
export async function lockLedgerOrWait(em: SqlEntityManager): Promise<LedgerHead> {
  const [known] = await em.execute<unknown[]>('select 1 as known from organization');
  if (!known) throw new NotYet('The books of this organization are not open yet.');
  return lockLedger(em);
}

/**
 * The day on which an event's money is booked: its own, or the first open day when the books are closed by then. Money that
 * moved can't be refused.
 */
export const bookingDate = (date: LocalDate, { closedThrough }: LedgerHead): LocalDate =>
  closedThrough !== null && date <= closedThrough ? addDays(closedThrough, 1) : date;

/** An issued invoice and what is left to pay. */
export type PayableInvoice = {
  readonly id: string;
  readonly number: string;
  readonly currency: string;
  readonly totalMinor: bigint;
  readonly taxMinor: bigint;
  readonly dueMinor: bigint;
  readonly refundedMinor: bigint;
};

/** @throws NotYet when there is no such issued invoice */
export async function findPayable(em: SqlEntityManager, id: string): Promise<PayableInvoice> {
  const [row] = await em.execute<Row[]>(
    `select id, number, currency, total_minor::text as "totalMinor", tax_minor::text as "taxMinor",
       (total_minor - paid_minor)::text as "dueMinor", refunded_minor::text as "refundedMinor"
     from invoice where id = ? and number_index is not null`,
    [id],
  );
  if (!row) throw new NotYet('The invoice of this payment is not known yet.');
  return {
    ...row,
    totalMinor: BigInt(row.totalMinor),
    taxMinor: BigInt(row.taxMinor),
    dueMinor: BigInt(row.dueMinor),
    refundedMinor: BigInt(row.refundedMinor),
  };
}

type Amounts = 'totalMinor' | 'taxMinor' | 'dueMinor' | 'refundedMinor';
type Row = Omit<PayableInvoice, Amounts> & Readonly<Record<Amounts, string>>;
