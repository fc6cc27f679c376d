import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { Topic } from '@finflow/shared/events/topics';
import type { Viewer } from '@finflow/shared/viewer';

/** The fields of Subscription. */
export type FeedField =
  | 'paymentChanged'
  | 'invoiceChanged'
  | 'ledgerEntryPosted'
  | 'forecastUpdated'
  | 'anomalyDetected'
  | 'anomalyReviewed'
  | 'transactionCategorized';

/** Something happened to an entity that a feed tells of. The rest of the answer is fetched from who owns it. */
export type Signal = {
  readonly field: FeedField;
  readonly typename:
    | 'Payment'
    | 'Invoice'
    | 'JournalEntry'
    | 'Forecast'
    | 'Anomaly'
    | 'Transaction';
  readonly entityId: string;
  readonly organizationId: string;
  /** The payment and the invoice it concerns, for arguments that ask for one and for holders of a payment link. */
  readonly paymentId: string | null;
  readonly invoiceId: string | null;
  /** When it happened, milliseconds since 1970. */
  readonly atMs: number;
  /** Of the event, so that logs of the screen's answer lead back to its cause. */
  readonly traceparent: string;
  readonly requestId: string | null;
};

/** What a subscriber asked for, as the arguments of the field say it. */
export type FeedArguments = { readonly paymentId?: unknown; readonly invoiceId?: unknown };

const ofPayments: readonly Topic[] = [
  'payment_created',
  'payment_updated',
  'payment_completed',
  'payment_failed',
  'payment_refunded',
  'payment_disputed',
  'ledger_entry_posted',
];

/** The topics that each feed tells of. */
export const topicsOf: Readonly<Record<FeedField, readonly Topic[]>> = {
  paymentChanged: ofPayments,
  invoiceChanged: ['invoice_created', 'invoice_updated', 'invoice_paid', ...ofPayments],
  ledgerEntryPosted: ['ledger_entry_posted'],
  forecastUpdated: ['cashflow_forecast'],
  anomalyDetected: ['anomaly_detected'],
  anomalyReviewed: ['anomaly_reviewed'],
  transactionCategorized: ['transaction_categorized'],
};

/** The topics that the feeds tell of. */
export const feedTopics: readonly Topic[] = [...new Set(Object.values(topicsOf).flat())];

export const isFeedField = (field: string): field is FeedField => Object.hasOwn(topicsOf, field);

/**
 * What an event means for the feeds. An entry in the ledger also changes what its payment and its invoice show, because
 * accounting adds fields to both.
 */
export function signalsOf(event: FinflowEvent): Signal[] {
  if (event.organizationid === undefined) return [];
  const { data } = event;
  const base = {
    organizationId: event.organizationid,
    paymentId: 'paymentId' in data ? (data.paymentId ?? null) : null,
    invoiceId: 'invoiceId' in data ? (data.invoiceId ?? null) : null,
    atMs: Date.parse(event.time),
    traceparent: event.traceparent,
    requestId: event.requestid ?? null,
  };
  const signals: Signal[] = [];
  if (base.paymentId) {
    const entityId = base.paymentId;
    signals.push({ ...base, field: 'paymentChanged', typename: 'Payment', entityId });
  }
  if (base.invoiceId) {
    const entityId = base.invoiceId;
    signals.push({ ...base, field: 'invoiceChanged', typename: 'Invoice', entityId });
  }
  if ('entryId' in data) {
    const entityId = data.entryId;
    signals.push({ ...base, field: 'ledgerEntryPosted', typename: 'JournalEntry', entityId });
  }
  if ('forecastId' in data) {
    const entityId = data.forecastId;
    signals.push({ ...base, field: 'forecastUpdated', typename: 'Forecast', entityId });
  }
  if ('anomalyId' in data) {
    const entityId = data.anomalyId;
    const field = 'verdict' in data ? 'anomalyReviewed' : 'anomalyDetected';
    signals.push({ ...base, field, typename: 'Anomaly', entityId });
  }
  if ('transactionId' in data) {
    const entityId = data.transactionId;
    signals.push({ ...base, field: 'transactionCategorized', typename: 'Transaction', entityId });
  }
  return signals;
}

/** Whether a caller may hear of it: his own organization, and for the holder of a payment link that one invoice. */
export function concerns(signal: Signal, viewer: Viewer): boolean {
  switch (viewer.kind) {
    case 'anonymous':
      return false;
    case 'user':
    case 'partner':
      return viewer.organizationId === signal.organizationId;
    case 'payer':
      return (
        viewer.organizationId === signal.organizationId && viewer.invoiceId === signal.invoiceId
      );
    default:
      return viewer satisfies never;
  }
}

/** Whether it is what the subscriber asked for. */
export const isAskedFor = (signal: Signal, { paymentId, invoiceId }: FeedArguments): boolean =>
  (paymentId == null || paymentId === signal.paymentId) &&
  (invoiceId == null || invoiceId === signal.invoiceId);

/** Feeds of a state: of several signals that wait for one entity only the latest matters. Of an entry, or that an anomaly was found, is told once. */
export const tellsState = (field: FeedField): boolean =>
  field !== 'ledgerEntryPosted' && field !== 'anomalyDetected';
