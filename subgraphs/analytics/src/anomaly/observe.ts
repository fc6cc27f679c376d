import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { FactSource, PlainFact } from './fact.ts';

/** A fact as it is kept: what other records say of it (its customer, its invoice) is looked up when it is judged. */
export type Observed = Omit<PlainFact, 'source' | 'invoiceTotalMinor' | 'withdrawnAtMs'> & {
  readonly source: FactSource | 'REVERSAL';
  readonly organizationId: string;
};

type EventOf = FinflowEvent<
  | 'ledger_entry_posted'
  | 'invoice_created'
  | 'invoice_updated'
  | 'invoice_paid'
  | 'payment_completed'
  | 'payment_failed'
  | 'payment_refunded'
  | 'payment_disputed'
>;

/** Entries that mirror invoices and payments are observed there, once. */
const mirrored: readonly string[] = [
  'ISSUE_INVOICE',
  'RECEIVE_PAYMENT',
  'PAYMENT_FEE',
  'RECEIVE_BY_HAND',
  'REFUND_PAYMENT',
  'OPEN_DISPUTE',
  'CLOSE_DISPUTE',
];

const cashAccounts: readonly string[] = ['1000', '1010'];

/** What the event tells that anomalies are looked for in; null for what says nothing new. */
export function observe(event: EventOf): Observed | null {
  switch (event.type) {
    case 'finflow.ledger_entry_posted.v1':
      return observeEntry(event);
    case 'finflow.invoice_created.v1': {
      const { invoiceId, customerId, totalMinor, issueDate } = event.data;
      const amount = { ...event.data, amountMinor: totalMinor };
      return { ...of(event, 'INVOICE', invoiceId, amount), customerId, date: issueDate };
    }
    case 'finflow.invoice_updated.v1':
    case 'finflow.invoice_paid.v1':
      return observeSettlement(event);
    case 'finflow.payment_completed.v1': {
      const { paymentId, completedOn, method } = event.data;
      // The mirror of money recorded by hand is observed with its invoice.
      if (event.data.provider === 'MANUAL') return null;
      // A direct debit is completed when its bank runs the batch, days after anybody touched it. Older events were of cards, nearly all.
      const hasHour = method === undefined || method === 'CARD';
      return { ...of(event, 'RECEIPT', paymentId, event.data), date: completedOn, hasHour };
    }
    case 'finflow.payment_failed.v1':
      // One payment may fail again and again: each time is one.
      return dated(of(event, 'FAILURE', event.id, event.data), event.data.failedOn);
    case 'finflow.payment_refunded.v1': {
      const { refundId, refundedOn } = event.data;
      return { ...of(event, 'REFUND', refundId, event.data), date: refundedOn, isIncoming: false };
    }
    case 'finflow.payment_disputed.v1': {
      const { disputeId, disputedOn, phase } = event.data;
      if (phase !== 'OPENED') return null;
      return {
        ...of(event, 'DISPUTE', disputeId, event.data),
        date: disputedOn,
        isIncoming: false,
      };
    }
    default:
      return event satisfies never;
  }
}

type Amount = {
  readonly currency: string;
  readonly amountMinor: string;
  readonly invoiceId?: string;
  readonly paymentId?: string;
};

/** What most facts have in common: money in, on the day in UTC on which the event happened, where it doesn't say a day itself. */
function of(event: EventOf, source: Observed['source'], id: string, amount: Amount): Observed {
  const { organizationid: organizationId, time } = event;
  if (organizationId === undefined) throw new Error('Books are always some organization’s.');
  const minor = BigInt(amount.amountMinor);
  return {
    organizationId,
    source,
    id,
    atMs: Date.parse(time),
    date: time.slice(0, 10),
    currency: amount.currency,
    amountMinor: minor < 0n ? -minor : minor,
    isIncoming: true,
    accountCode: '',
    text: '',
    customerId: null,
    entryId: null,
    paymentId: amount.paymentId ?? null,
    invoiceId: amount.invoiceId ?? null,
    hasHour: false,
  };
}

/** On the day that its event says, where it says one. */
const dated = (fact: Observed, date: string | undefined): Observed =>
  date === undefined ? fact : { ...fact, date };

/** Money recorded by hand comes with the event of its invoice; payments mirrors it under the settlement's id. */
function observeSettlement(
  event: FinflowEvent<'invoice_updated' | 'invoice_paid'>,
): Observed | null {
  const { settlement, currency, invoiceId } = event.data;
  if (!settlement) return null;
  const { id, amountMinor, paidOn } = settlement;
  const amount = { currency, amountMinor, invoiceId, paymentId: id };
  return { ...of(event, 'RECEIPT', id, amount), date: paidOn };
}

function observeEntry(event: FinflowEvent<'ledger_entry_posted'>): Observed | null {
  const { entryId, date, kind, postings, reversalOf, description = '' } = event.data;
  if (mirrored.includes(kind)) return null;
  if (reversalOf !== undefined) {
    const currency = postings[0]?.currency ?? '';
    const taken = of(event, 'REVERSAL', entryId, { currency, amountMinor: '0' });
    return { ...taken, entryId: reversalOf, date };
  }
  // From one expense account to another: the books think again, nothing was spent.
  if (postings.every(({ accountType }) => accountType === 'EXPENSE')) return null;
  const beside = postings.filter(({ accountCode }) => !cashAccounts.includes(accountCode));
  const [main] = (beside.length > 0 ? beside : postings).toSorted((a, b) =>
    compare(BigInt(b.amountMinor), BigInt(a.amountMinor)),
  );
  if (!main) return null;
  const { currency, side, accountCode } = main;
  const ofSide = postings.filter((line) => line.side === side && line.currency === currency);
  const total = ofSide.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
  return {
    ...of(event, 'ENTRY', entryId, { currency, amountMinor: String(total) }),
    date,
    entryId,
    accountCode,
    isIncoming: side === 'CREDIT',
    text: description,
    hasHour: kind === 'MANUAL',
  };
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
