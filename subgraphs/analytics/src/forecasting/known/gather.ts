import { addDays, type LocalDate } from '@finflow/shared/local-date';
import type { SeriesForecaster } from '../series.ts';
import { asKnownOn, type CashItem, type Invoice } from './books.ts';
import { dayNumber } from './day-number.ts';
import { chanceAt } from './delay-distribution.ts';
import { futureReceipts } from './future-receipts.ts';
import type { Ingredients, Scheduled, Stream, Uncertain } from './ingredients.ts';
import { issuingByCustomer, volume } from './issuing.ts';
import { issuingLevels } from './issuing-levels.ts';
import { openReceipts } from './open-receipts.ts';
import { paymentDelays, type PaymentDelays } from './payment-delays.ts';
import { findRecurring, nextDays, type Recurring } from './recurring.ts';
import { tilt, weekdayFactors, type WeekdayFactors } from './weekdays.ts';

/** What the books say on the day of a forecast. */
export type Books = {
  readonly today: LocalDate;
  readonly invoices: readonly Invoice[];
  /** Cash that is not a customer's payment of an invoice. */
  readonly otherCash: readonly CashItem[];
  readonly scheduled: readonly Scheduled[];
};

export type Gathered = {
  readonly ingredients: Ingredients;
  /** What is left of `otherCash` to be forecast from its history. */
  readonly remainder: readonly CashItem[];
  readonly recurring: readonly Recurring[];
};

type Ahead = {
  readonly today: LocalDate;
  readonly days: number;
  readonly delays: PaymentDelays;
  readonly weekdays: WeekdayFactors;
};

/**
 * Turns the books into what a forecast is made of. Each fact goes to one place: an issued invoice is an open receipt, its
 * series' later ones are recurring, other invoices to come are a stream, a bill that recurs is no part of the remainder.
 * @param days how many days after today to look at
 * @param forecastIssuing of what is invoiced by month
 */
export function gather(books: Books, days: number, forecastIssuing: SeriesForecaster): Gathered {
  const { today } = books;
  const invoices = asKnownOn(books.invoices, today);
  const subscriptions = findRecurring(invoices.map(issuedItem), today);
  const bills = findRecurring(books.otherCash, today);
  const delays = paymentDelays(invoices, today);
  const paidOn = invoices.flatMap(({ payments }) => payments.map(({ on }) => dayNumber(on)));
  const ahead: Ahead = { today, days, delays, weekdays: weekdayFactors(paidOn) };
  const isSubscribed = idsOf(subscriptions);
  const isBilled = idsOf(bills);
  return {
    ingredients: {
      today,
      days,
      uncertain: [
        ...openInvoices(invoices, ahead),
        ...subscriptions.flatMap((one) => subscriptionReceipts(one, invoices, ahead)),
        ...bills.flatMap((bill) => billsAhead(bill, ahead)),
      ],
      streams: streamsOf(
        invoices.filter(({ id }) => !isSubscribed.has(id)),
        ahead,
        forecastIssuing,
      ),
      scheduled: books.scheduled.filter(({ on }) => on > today && on <= addDays(today, days)),
    },
    remainder: books.otherCash.filter(({ id, on }) => on <= today && !isBilled.has(id)),
    recurring: [...subscriptions, ...bills],
  };
}

const idsOf = (recurring: readonly Recurring[]): ReadonlySet<string> =>
  new Set(recurring.flatMap(({ itemIds }) => [...itemIds]));

const issuedItem = ({ id, customerId, issuedOn, amount }: Invoice): CashItem => ({
  id,
  on: issuedOn,
  amount,
  party: customerId,
  category: '',
});

const openInvoices = (invoices: readonly Invoice[], ahead: Ahead): Uncertain[] =>
  openReceipts(invoices, ahead.delays, { ...ahead, today: dayNumber(ahead.today) }).map(
    ({ customerId, amount, chances }) => ({
      source: 'OPEN_INVOICE',
      customerId,
      category: null,
      amount,
      spread: 0,
      chances,
    }),
  );

/** The next invoices of a series, each paid its terms and the customer's delay later. */
function subscriptionReceipts(
  series: Recurring,
  invoices: readonly Invoice[],
  { today, days, delays, weekdays }: Ahead,
): Uncertain[] {
  const newest = invoices.findLast(({ id }) => series.itemIds.has(id));
  if (!newest) return [];
  const terms = Math.max(0, dayNumber(newest.dueOn) - dayNumber(newest.issuedOn));
  const delay = delays.of(series.party, newest.traits);
  const start = dayNumber(today) + 1;
  return nextDays(series, today, addDays(today, days)).map((issuedOn) => {
    const issued = dayNumber(issuedOn) - start;
    const chances = Float64Array.from(
      { length: days },
      (_, day) => series.chance * chanceAt(delay, day - issued - terms, -terms),
    );
    tilt(chances, start, weekdays);
    const { amount, spread } = series;
    return {
      source: 'RECURRING',
      customerId: series.party,
      category: null,
      amount,
      spread,
      chances,
    };
  });
}

const billsAhead = (bill: Recurring, { today, days }: Ahead): Uncertain[] =>
  nextDays(bill, today, addDays(today, days)).map((on) => {
    const chances = new Float64Array(days);
    chances[dayNumber(on) - dayNumber(today) - 1] = bill.chance;
    const { category, amount, spread } = bill;
    return { source: 'RECURRING', customerId: null, category, amount, spread, chances };
  });

/** Smaller customers are taken together: their streams say little one by one, and each costs time. */
const customersApart = 50;

function streamsOf(
  invoices: readonly Invoice[],
  ahead: Ahead,
  forecast: SeriesForecaster,
): Stream[] {
  const issuing = issuingByCustomer(invoices, ahead.today);
  const usualADay = issuing.reduce((sum, one) => sum + volume(one), 0);
  const levels = issuingLevels(invoices, usualADay, { ...ahead, forecast });
  const received = futureReceipts(issuing, ahead.delays, {
    today: dayNumber(ahead.today),
    levels,
    weekdays: ahead.weekdays,
  });
  const streams = received.map(({ customerId, expected }, index): Stream => {
    const amounts = issuing[index]?.amounts ?? [];
    return { source: 'FUTURE_INVOICES', customerId, category: null, expected, amounts };
  });
  const rest = streams.slice(customersApart);
  return rest.length < 2 ? streams : [...streams.slice(0, customersApart), together(rest)];
}

const together = (streams: readonly Stream[]): Stream => ({
  source: 'FUTURE_INVOICES',
  customerId: null,
  category: null,
  expected: streams.reduce(
    (sum, { expected }) => sum.map((value, day) => value + (expected[day] ?? 0)),
    new Float64Array(streams[0]?.expected.length ?? 0),
  ),
  amounts: streams.flatMap(({ amounts }) => amounts.slice(-10)),
});
