import { refuse, type Refusal } from '@finflow/shared/refusal';
import type { Em } from '../database.ts';
import { orRefuse } from '../guard-refusal.ts';
import { cleanKey, keyReused } from '../idempotency-key.ts';
import { lockLedger } from '../ledger/lock-ledger.ts';
import { todayOf } from '../organization/today-of.ts';
import { inTransaction, type Room } from '../room.ts';
import { Invoice } from './invoice.entity.ts';
import { issueInvoices } from './issue-invoices.ts';
import { lockDraft } from './save-draft.ts';

export type IssueInput = {
  readonly invoiceId: string;
  readonly issueDate?: string | null;
  readonly idempotencyKey: string;
};

/**
 * Issues a draft. The same key again changes nothing and gives the invoice.
 * Refuses INVOICE_NOT_FOUND, NOT_A_DRAFT, DUE_BEFORE_ISSUE, ZERO_TOTAL, PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
 */
export const issueInvoice = (input: IssueInput, room: Room): Promise<string | Refusal> =>
  inTransaction(room, async (em) => {
    const issueKey = orRefuse(cleanKey(input.idempotencyKey));
    await lockLedger(em);
    const earlier = await em.findOne(Invoice, { issueKey });
    if (earlier) return orRefuse(sameInvoice(earlier, input));
    const invoice = orRefuse(await lockDraft(input.invoiceId, em, 'input.invoiceId'));
    const issueDate = input.issueDate ?? (await todayOf({ ...room, em }));
    orRefuse(checkIssue(invoice, issueDate));
    await issueOne(em, { invoiceId: invoice.id, issueDate, issueKey }, room);
    return invoice.id;
  });

const issueOne = (
  em: Em,
  issue: { invoiceId: string; issueDate: string; issueKey: string },
  room: Room,
) => issueInvoices(em, [{ ...issue, at: room.clock.now() }], room);

function sameInvoice(earlier: Invoice, input: IssueInput): string | Refusal {
  const isSame =
    earlier.id === input.invoiceId && (!input.issueDate || input.issueDate === earlier.issueDate);
  return isSame ? earlier.id : keyReused();
}

function checkIssue(invoice: Invoice, issueDate: string): Refusal | null {
  if (invoice.dueDate < issueDate) {
    const message = `The due date ${invoice.dueDate} is before the issue date ${issueDate}.`;
    return refuse('InvalidInput', 'DUE_BEFORE_ISSUE', message, 'input.issueDate');
  }
  if (invoice.totalMinor > 0n) return null;
  const message = 'An invoice of nothing can’t be issued.';
  return refuse('InvalidInput', 'ZERO_TOTAL', message, 'input.invoiceId');
}
