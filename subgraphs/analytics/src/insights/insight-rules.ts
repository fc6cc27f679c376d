import { formatMinor } from '@finflow/shared/format-money';
import { addDays, daysBetween } from '@finflow/shared/local-date';
import { categoryOfAccount } from '../categories/taxonomy.ts';
import type { Evidence, Insight } from './insight.ts';
import { changeOf, lastFour } from './change-of-weeks.ts';
import type { InsightFacts } from './insight-facts.ts';

/** Looks for one thing in the facts of a week; null when there is nothing to say. */
type Rule = (facts: InsightFacts) => Insight | null;

/** Under this many months cash is short: finding money, or saving it, takes about half a year. */
const shortRunwayMonths = 6;
/** Of its costs, what an account must move to be worth a sentence. */
const smallPercent = 2n;
const lateDays = 7;
const slowerDays = 7;
const largeCustomerPercent = 30n;

const shortRunway: Rule = ({ currency, sunday, cashMinor, burnMinor, runwayMonths }) => {
  if (burnMinor === null || runwayMonths === null || runwayMonths >= shortRunwayMonths) return null;
  const cash = formatMinor(cashMinor, currency);
  const burn = formatMinor(burnMinor, currency);
  return {
    kind: 'SHORT_RUNWAY',
    text:
      cashMinor < 0n
        ? `Cash is below zero, at ${cash}, and a month used up ${burn} lately.`
        : `Cash of ${cash} lasts about ${runwayMonths} months at the ${burn} that a month used up lately.`,
    stakeMinor: burnMinor * BigInt(shortRunwayMonths),
    evidence: { ...nothing, from: addDays(sunday, -91), to: sunday },
  };
};

const salesChanged: Rule = ({ currency, sunday, sales }) => {
  const change = changeOf(sales);
  if (!change) return null;
  const { last4Minor, usualMinor, byMinor, percent } = change;
  return {
    kind: 'SALES_CHANGED',
    text: `Sales before tax of the last four weeks were ${formatMinor(last4Minor, currency)}, ${percent} % ${byMinor > 0n ? 'above' : 'below'} the ${formatMinor(usualMinor, currency)} of four usual weeks before.`,
    stakeMinor: byMinor < 0n ? -byMinor : byMinor,
    evidence: lastFourWeeks(sunday),
  };
};

const spendingUp: Rule = ({ currency, sunday, spending }) => {
  const all = spending.reduce((sum, { weeks }) => sum + lastFour(weeks), 0n);
  const rises = spending.flatMap(({ accountCode, weeks }) => {
    const change = changeOf(weeks);
    const isWorthIt = change && change.byMinor * 100n > all * smallPercent;
    return isWorthIt ? [{ accountCode, ...change }] : [];
  });
  const greatest = rises.toSorted((a, b) => (a.byMinor > b.byMinor ? -1 : 1))[0];
  if (!greatest) return null;
  const { accountCode, last4Minor, usualMinor, percent, byMinor } = greatest;
  const name = categoryOfAccount(accountCode)?.name ?? `Account ${accountCode}`;
  return {
    kind: 'SPENDING_UP',
    text: `${name} took ${formatMinor(last4Minor, currency)} in the last four weeks, ${percent} % more than the ${formatMinor(usualMinor, currency)} of four usual weeks before.`,
    stakeMinor: byMinor,
    evidence: { ...lastFourWeeks(sunday), accountCode },
  };
};

const latePayer: Rule = ({ currency, sunday, late }) => {
  const worst = late.find(({ oldestDueDate }) => daysBetween(oldestDueDate, sunday) >= lateDays);
  if (!worst) return null;
  const { customerId, count, dueMinor, oldestDueDate } = worst;
  const days = daysBetween(oldestDueDate, sunday);
  return {
    kind: 'LATE_PAYER',
    text: `One customer owes ${formatMinor(dueMinor, currency)} on ${count === 1 ? 'an invoice that is' : `${count} invoices, the oldest of them`} ${days} days late.`,
    stakeMinor: dueMinor,
    evidence: { ...nothing, from: oldestDueDate, to: sunday, customerId },
  };
};

const slowerPayments: Rule = ({ currency, sunday, salesDays, invoicedMinor }) => {
  const { now, before } = salesDays;
  if (now === null || before === null || now - before < slowerDays) return null;
  const days = Math.round(now - before);
  const held = (invoicedMinor * BigInt(days)) / 365n;
  return {
    kind: 'SLOWER_PAYMENTS',
    text: `Customers take ${Math.round(now)} days to pay, ${days} more than a quarter ago: about ${formatMinor(held, currency)} of your cash is with them.`,
    stakeMinor: held,
    evidence: { ...nothing, from: addDays(sunday, -91), to: sunday },
  };
};

const largeCustomer: Rule = ({ currency, sunday, invoicedMinor, largest }) => {
  if (!largest || invoicedMinor <= 0n) return null;
  const percent = (largest.invoicedMinor * 100n) / invoicedMinor;
  if (percent < largeCustomerPercent) return null;
  return {
    kind: 'LARGE_CUSTOMER',
    text: `One customer made ${percent} % of what was invoiced in a year, ${formatMinor(largest.invoicedMinor, currency)}: losing it would hurt.`,
    stakeMinor: largest.invoicedMinor / 12n,
    evidence: {
      ...nothing,
      from: addDays(sunday, -364),
      to: sunday,
      customerId: largest.customerId,
    },
  };
};

const uncategorized: Rule = ({ currency, sunday, uncategorized: { count, amountMinor } }) =>
  count === 0
    ? null
    : {
        kind: 'UNCATEGORIZED',
        text: `${count === 1 ? 'An expense' : `${count} expenses`} of ${formatMinor(amountMinor, currency)} in all ${count === 1 ? 'waits' : 'wait'} for a category: your profit by category is not whole.`,
        stakeMinor: amountMinor,
        evidence: { ...nothing, from: addDays(sunday, -364), to: sunday },
      };

const rules: readonly Rule[] = [
  shortRunway,
  salesChanged,
  spendingUp,
  latePayer,
  slowerPayments,
  largeCustomer,
  uncategorized,
];

/** More than five a week nobody acts on. */
const mostInsights = 5;

/** The week's insights, those about most money first: at most five, and each of another kind. */
export const insightsOf = (facts: InsightFacts): Insight[] =>
  rules
    .flatMap((rule) => rule(facts) ?? [])
    .toSorted((a, b) => (a.stakeMinor > b.stakeMinor ? -1 : a.stakeMinor < b.stakeMinor ? 1 : 0))
    .slice(0, mostInsights);

const nothing: Pick<Evidence, 'customerId' | 'accountCode'> = {
  customerId: null,
  accountCode: null,
};

const lastFourWeeks = (sunday: string): Evidence => ({
  ...nothing,
  from: addDays(sunday, -27),
  to: sunday,
});
