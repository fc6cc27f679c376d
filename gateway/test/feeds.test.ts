import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { newUser, payerOf } from '@finflow/shared/testing/viewers';
import type { Viewer } from '@finflow/shared/viewer';
import {
  concerns,
  feedTopics,
  isAskedFor,
  isFeedField,
  signalsOf,
  tellsState,
  topicsOf,
} from '../src/subscriptions/feeds.ts';
import { read } from '../src/testing/public-fields.ts';
import { createBooks } from './world/books.ts';
import {
  anomalyFound,
  anomalyReviewed,
  forecastMade,
  ledgerEntryPosted,
  memberChanged,
  paymentUpdated,
  transactionCategorized,
} from './world/events.ts';

const books = createBooks();
const told = (event: Parameters<typeof signalsOf>[0]) =>
  signalsOf(event).map(({ field, typename, entityId }) => `${field} ${typename} ${entityId}`);

describe('an event', () => {
  it('of a payment tells of the payment and its invoice', () => {
    expect(told(paymentUpdated(books))).toEqual([
      `paymentChanged Payment ${books.paymentId}`,
      `invoiceChanged Invoice ${books.invoiceId}`,
    ]);
  });

  it('of the ledger tells of the entry, and of what its payment and invoice now show', () => {
    const event = ledgerEntryPosted(books);
    expect(told(event)).toEqual([
      `paymentChanged Payment ${books.paymentId}`,
      `invoiceChanged Invoice ${books.invoiceId}`,
      `ledgerEntryPosted JournalEntry ${event.subject}`,
    ]);
  });

  it('of a forecast tells of it, and one of a membership of nothing', () => {
    const event = forecastMade(books);
    expect(told(event)).toEqual([`forecastUpdated Forecast ${event.subject}`]);
    expect(told(memberChanged(newId(), newId()))).toEqual([]);
  });

  it('of an anomaly tells of it, and of nothing that it is about', () => {
    const event = anomalyFound(books);
    expect(told(event)).toEqual([`anomalyDetected Anomaly ${event.subject}`]);
  });

  it('of an answer tells of the anomaly, and not that it was found', () => {
    const event = anomalyReviewed(books);
    expect(told(event)).toEqual([`anomalyReviewed Anomaly ${event.subject}`]);
  });

  it('of a category that was decided tells of the transaction', () => {
    const event = transactionCategorized(books);
    expect(told(event)).toEqual([`transactionCategorized Transaction ${event.subject}`]);
  });

  it('feeds each field of Subscription, as its type', () => {
    const schema = read(readFileSync(`${import.meta.dirname}/../events.graphql`, 'utf8'));
    const declared = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
    const ofAnomalies = [anomalyFound, anomalyReviewed];
    const tellers = [ledgerEntryPosted, forecastMade, ...ofAnomalies, transactionCategorized];
    const signals = tellers.flatMap((tell) => signalsOf(tell(books)));
    const fed = new Set(signals.map(({ field, typename }) => `${field} ${typename}!`));
    expect(new Set(declared.map(({ name, type }) => `${name} ${String(type)}`))).toEqual(fed);
    expect(feedTopics).toHaveLength(14);
  });
});

it('only of what has a state the latest counts; entries and found anomalies are each told', () => {
  const fields = Object.keys(topicsOf).filter(isFeedField);
  const each = fields.filter((field) => !tellsState(field));
  expect(each).toEqual(['ledgerEntryPosted', 'anomalyDetected']);
});

describe('a signal', () => {
  const [signal] = signalsOf(paymentUpdated(books));
  if (!signal) throw new Error('a payment’s event tells of it');

  it.each<[string, Viewer, boolean]>([
    ['its organization’s people', newUser({ organizationId: books.organizationId }), true],
    ['people of another organization', newUser(), false],
    ['people without one', newUser({ organizationId: null }), false],
    ['whoever pays its invoice', payerOf(books.organizationId, books.invoiceId), true],
    ['whoever pays another invoice', payerOf(books.organizationId, books.otherInvoiceId), false],
    ['a stranger', { kind: 'anonymous' }, false],
  ])('concerns %s: as it should', (_who, viewer, expected) => {
    expect(concerns(signal, viewer)).toBe(expected);
  });

  it('is asked for by its payment, its invoice, both, or nothing in particular', () => {
    const { paymentId, invoiceId } = books;
    expect(isAskedFor(signal, {})).toBe(true);
    expect(isAskedFor(signal, { paymentId: null, invoiceId })).toBe(true);
    expect(isAskedFor(signal, { paymentId, invoiceId })).toBe(true);
    expect(isAskedFor(signal, { paymentId, invoiceId: newId() })).toBe(false);
  });
});
