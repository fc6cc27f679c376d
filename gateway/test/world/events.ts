import { systemClock } from '@finflow/shared/clock';
import { newEvent, type FinflowEvent } from '@finflow/shared/events/envelope';
import type { Topic } from '@finflow/shared/events/topics';
import type { EventData } from '@finflow/shared/events/__generated__/event-data';
import { newId } from '@finflow/shared/ids';
import type { Role } from '@finflow/shared/viewer';
import type { Books } from './books.ts';

/** Events of the small world, as its subgraphs would publish them after the change. */
export const paymentUpdated = (books: Books, paymentId = books.paymentId): FinflowEvent =>
  newEvent(
    'payment_updated',
    {
      source: '/payments',
      subject: paymentId,
      organizationId: books.organizationId,
      data: {
        paymentId,
        invoiceId: paymentId === books.paymentId ? books.invoiceId : books.otherInvoiceId,
        status: 'PROCESSING',
      },
    },
    systemClock,
  );

/** Posts an entry about the payment, and tells of it. */
export function ledgerEntryPosted(books: Books, kind = 'RECEIVE_PAYMENT'): FinflowEvent {
  const entryId = newId();
  const { paymentId, invoiceId } = books;
  books.entries.set(entryId, { id: entryId, kind, paymentId });
  return newEvent(
    'ledger_entry_posted',
    {
      source: '/accounting',
      subject: entryId,
      organizationId: books.organizationId,
      data: {
        entryId,
        paymentId,
        invoiceId,
        kind,
        sequence: books.entries.size,
        date: '2026-11-22',
        postings: (['DEBIT', 'CREDIT'] as const).map((side) => ({
          accountId: newId(),
          accountCode: side === 'DEBIT' ? '1010' : '1100',
          accountType: 'ASSET',
          side,
          amountMinor: '1000',
          currency: 'EUR',
        })),
      },
    },
    systemClock,
  );
}

export function forecastMade(books: Books): FinflowEvent {
  const forecastId = newId();
  books.forecasts.set(forecastId, { id: forecastId, method: 'baseline' });
  return ofAnalytics(books, 'cashflow_forecast', forecastId, {
    forecastId,
    currency: 'EUR',
    method: 'baseline',
    madeAt: systemClock.now().toISOString(),
  });
}

export function anomalyFound(books: Books): FinflowEvent {
  const anomalyId = newId();
  const reason = 'Twice the usual.';
  books.anomalies.set(anomalyId, { id: anomalyId, reason });
  return ofAnalytics(books, 'anomaly_detected', anomalyId, {
    anomalyId,
    kind: 'AMOUNT',
    group: 'rent',
    rarity: 0.001,
    source: 'ENTRY',
    factId: newId(),
    occurredAt: systemClock.now().toISOString(),
    date: '2026-11-22',
    currency: 'EUR',
    amountMinor: '2000',
    record: { entryId: newId() },
    reason,
    evidence: [],
  });
}

/** Somebody says what an anomaly was. */
export function anomalyReviewed(books: Books): FinflowEvent {
  const found = anomalyFound(books).subject ?? '';
  const data = { anomalyId: found, verdict: 'EXPECTED', reviewedBy: newId() } as const;
  return ofAnalytics(books, 'anomaly_reviewed', found, data);
}

/** Somebody says what an expense was for. */
export function transactionCategorized(books: Books): FinflowEvent {
  const transactionId = newId();
  books.transactions.set(transactionId, { id: transactionId, text: 'Rent' });
  return ofAnalytics(books, 'transaction_categorized', transactionId, {
    transactionId,
    category: 'RENT',
    accountCode: '6000',
    decidedBy: 'PERSON',
    actorId: newId(),
    revision: 1,
    number: 1,
  });
}

export const memberChanged = (
  organizationId: string,
  userId: string,
  role: Role | null = null,
): FinflowEvent =>
  newEvent(
    'member_changed',
    {
      source: '/auth',
      subject: userId,
      organizationId,
      data: { organizationId, userId, role },
    },
    systemClock,
  );

export const userDeleted = (userId: string): FinflowEvent =>
  newEvent(
    'user_deleted',
    { source: '/auth', subject: userId, organizationId: null, data: { userId } },
    systemClock,
  );

export const organizationDeleted = (organizationId: string): FinflowEvent =>
  newEvent(
    'organization_deleted',
    { source: '/auth', subject: organizationId, organizationId, data: { organizationId } },
    systemClock,
  );

export const apiKeyRevoked = (organizationId: string, apiKeyId: string): FinflowEvent =>
  newEvent(
    'api_key_revoked',
    { source: '/auth', subject: apiKeyId, organizationId, data: { organizationId, apiKeyId } },
    systemClock,
  );

export const sessionRevoked = (userId: string, sessionId: string): FinflowEvent =>
  newEvent(
    'session_revoked',
    { source: '/auth', subject: sessionId, organizationId: null, data: { userId, sessionId } },
    systemClock,
  );

const ofAnalytics = <T extends Topic>(
  { organizationId }: Books,
  topic: T,
  subject: string,
  data: EventData[T],
): FinflowEvent<T> =>
  newEvent(topic, { source: '/analytics', subject, organizationId, data }, systemClock);
