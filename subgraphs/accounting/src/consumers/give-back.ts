import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { NotYet } from '@finflow/shared/bus/not-yet';
import type { Clock } from '@finflow/shared/clock';
import type { LocalDate } from '@finflow/shared/local-date';
import { recordEvent } from '@finflow/shared/outbox/record-event';
import { bulkInsert } from '../bulk-insert.ts';
import { invoiceUpdated } from '../invoices/invoice.events.ts';
import { readMoved } from '../invoices/read-moved.ts';
import { shareRefund, type RefundShare } from '../ledger/postings/share-refund.ts';
import { findPayable, type PayableInvoice } from './find-payable.ts';
import { findSettlement } from './find-settlement.ts';

type Room = { readonly organizationId: string; readonly clock: Clock };

export type GivenBack = {
  /** The refund's id, or that of the lost dispute. */
  readonly id: string;
  readonly paymentId: string;
  readonly amountMinor: bigint;
  readonly refundedOn: LocalDate;
};

const columns = {
  id: 'uuid',
  organizationId: 'uuid',
  settlementId: 'uuid',
  invoiceId: 'uuid',
  amountMinor: 'bigint',
  taxMinor: 'bigint',
  surplusMinor: 'bigint',
  refundedOn: 'date',
  createdAt: 'timestamptz',
};

/**
 * Takes money that went back off its invoice, as far as it is left of the payment, and says what of it comes from where.
 * @throws NotYet when the payment is not booked yet
 */
export async function giveBack(
  em: SqlEntityManager,
  { id, paymentId, amountMinor, refundedOn }: GivenBack,
  room: Room,
): Promise<{ readonly invoice: PayableInvoice; readonly share: RefundShare }> {
  const settlement = await findSettlement(em, paymentId);
  if (!settlement) throw new NotYet('The payment is not booked yet.');
  const { id: settlementId, invoiceId, left } = settlement;
  const invoice = await findPayable(em, invoiceId);
  const share = shareRefund({ totalMinor: amountMinor, left, invoice });
  if (share.excessMinor === amountMinor) return { invoice, share };
  const about = { id, settlementId, invoiceId, refundedOn, createdAt: room.clock.now() };
  const { organizationId } = room;
  await bulkInsert(em, 'refund', columns, [{ ...about, organizationId, ...share }]);
  const moved = (await readMoved(em, [invoiceId])).get(invoiceId);
  if (moved) await recordEvent(em, invoiceUpdated(moved, room));
  return { invoice, share };
}
