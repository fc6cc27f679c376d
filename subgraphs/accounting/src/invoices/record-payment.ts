import { LockMode } from '@mikro-orm/core';
import { isId, newId } from '@finflow/shared/ids';
import type { LocalDate } from '@finflow/shared/local-date';
import { refuse, type Refusal } from '@finflow/shared/refusal';
import { orRefuse } from '../guard-refusal.ts';
import { cleanKey, keyReused } from '../idempotency-key.ts';
import { lockLedger } from '../ledger/lock-ledger.ts';
import { postEntries } from '../ledger/post-entries.ts';
import { receiveByHandPosting } from '../ledger/postings/receive-by-hand.ts';
import { todayOf } from '../organization/today-of.ts';
import { inTransaction, type Room } from '../room.ts';
import { Invoice } from './invoice.entity.ts';
import { invoiceNotFound } from './save-draft.ts';
import { settleInvoices } from './settle-invoices.ts';
import { Settlement, type SettlementMethod } from './settlement.entity.ts';

export type RecordPaymentInput = {
  readonly invoiceId: string;
  readonly amountMinor: bigint;
  readonly paidOn?: string | null;
  readonly method: SettlementMethod;
  readonly idempotencyKey: string;
};

/**
 * Records money that came in outside the provider. The same key again changes nothing and gives the invoice.
 * Refuses INVOICE_NOT_FOUND, INVOICE_NOT_ISSUED, NEGATIVE_AMOUNT, AMOUNT_EXCEEDS_DUE, DATE_IN_FUTURE,
 * PAID_BEFORE_ISSUE, PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
 */
export const recordPayment = (input: RecordPaymentInput, room: Room): Promise<string | Refusal> =>
  inTransaction(room, async (em) => {
    const idempotencyKey = `by-hand:${orRefuse(cleanKey(input.idempotencyKey))}`;
    await lockLedger(em);
    const earlier = await em.findOne(Settlement, { idempotencyKey });
    if (earlier) return orRefuse(isSame(earlier, input) ? earlier.invoiceId : keyReused());
    const invoice = isId(input.invoiceId)
      ? await em.findOne(Invoice, { id: input.invoiceId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null;
    const today = await todayOf({ ...room, em });
    const { id: invoiceId, number, currency } = orRefuse(checkPayment(invoice, input, today));
    const paidOn = input.paidOn ?? today;
    const { amountMinor, method } = input;
    const money = { id: newId(), invoiceId, amountMinor, currency, paidOn };
    await postEntries(em, [receiveByHandPosting({ ...money, invoiceNumber: number ?? '' })], room);
    const at = room.clock.now();
    const kind = { paymentId: money.id, surplusMinor: 0n, method, idempotencyKey, at };
    await settleInvoices(em, [{ ...money, ...kind }], room);
    return invoiceId;
  });

const isSame = (earlier: Settlement, input: RecordPaymentInput): boolean =>
  earlier.invoiceId === input.invoiceId &&
  earlier.amountMinor === input.amountMinor &&
  earlier.method === input.method &&
  (!input.paidOn || earlier.paidOn === input.paidOn);

function checkPayment(
  invoice: Invoice | null,
  { amountMinor, paidOn }: RecordPaymentInput,
  today: LocalDate,
): Invoice | Refusal {
  if (!invoice) return invoiceNotFound('input.invoiceId');
  if (invoice.numberIndex === null) {
    const message = 'Issue the invoice first.';
    return refuse('Conflict', 'INVOICE_NOT_ISSUED', message, 'input.invoiceId');
  }
  if (amountMinor <= 0n) {
    return refuse('InvalidInput', 'NEGATIVE_AMOUNT', 'An amount is above 0.', 'input.amountMinor');
  }
  if (amountMinor > invoice.dueMinor) {
    const message = 'This is more than what is due.';
    return refuse('InvalidInput', 'AMOUNT_EXCEEDS_DUE', message, 'input.amountMinor');
  }
  if (paidOn && paidOn > today) {
    return refuse('InvalidInput', 'DATE_IN_FUTURE', 'This day is still to come.', 'input.paidOn');
  }
  if (invoice.issueDate !== null && (paidOn ?? today) < invoice.issueDate) {
    // An advance: the receivable would stand below zero on the days between, and statements would not agree with the books.
    const message = 'The invoice was not issued by this day. Choose its date or a later one.';
    return refuse('InvalidInput', 'PAID_BEFORE_ISSUE', message, 'input.paidOn');
  }
  return invoice;
}
