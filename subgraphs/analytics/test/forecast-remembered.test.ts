import { describe, expect, it } from '@jest/globals';
import { readQuestion } from '../src/forecast/forecast-question.ts';
import { outlookOf } from '../src/forecast/outlook-of.ts';
import type { ForecastTask } from '../src/forecast/worker/forecast-task.ts';
import { forecastersOf, rememberingForecasters } from '../src/forecasting/forecasters.ts';
import { shortHistory } from '../src/forecasting/short-history.ts';
import { madeUpBusiness } from './forecasting/known/made-up-business.ts';

const today = '2025-10-17';
const since = '2025-01-01';
const business = madeUpBusiness(7);
const invoices = business.invoices.filter(({ issuedOn }) => issuedOn >= since);
const entries = business.entries.filter(({ on }) => on >= since);
const days = entries.map(({ on, amountMinor }) => ({ date: on, amountMinor }));
const figures = { days, openingMinor: 0n, customers: [], categories: [] };
type Books = NonNullable<ForecastTask['books']>;

/** What a day brings: nothing, an invoice, a payment, a bill. */
const [open] = invoices.filter(({ payments }) => payments.length === 0);
const issued = { ...invoices[0], id: 'new', customerId: 'customer-1', payments: [] };
const invoice = { ...issued, amountMinor: 123_456n, issuedOn: today, dueOn: '2025-11-16' };
const story: readonly ((books: Books) => Books)[] = [
  (books) => books,
  (books) => ({ ...books, invoices: [...books.invoices, invoice] }),
  (books) => ({
    ...books,
    invoices: books.invoices.map((one) =>
      one.id === open?.id ? { ...one, payments: [{ on: today, amountMinor: 5000n }] } : one,
    ),
  }),
  (books) => ({
    ...books,
    entries: [
      ...books.entries,
      { id: 'bill', on: today, amountMinor: -77_000n, party: 'fuel', category: '6200' },
    ],
  }),
];

describe('forecasts of a thread that remembers', () => {
  it.each(['DAY', 'MONTH'] as const)(
    'by %s are the same to the byte as those of one that does not',
    (grain) => {
      const question = readQuestion({ target: 'CASH_FLOW', grain });
      const remembering = rememberingForecasters([shortHistory]);
      let books: Books = { invoices, entries };
      for (const change of story) {
        books = change(books);
        const task = { question, today, figures, books };
        const said = JSON.stringify(outlookOf(task, remembering));
        expect(said).toBe(JSON.stringify(outlookOf(task, forecastersOf([shortHistory]))));
      }
    },
  );
});
