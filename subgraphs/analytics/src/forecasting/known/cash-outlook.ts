import type { LocalDate } from '@finflow/shared/local-date';
import { compare } from './books.ts';
import { expectedParts, partsOfRemainder } from './expected-parts.ts';
import { gather, type Books } from './gather.ts';
import type { CashOutlook, CashOutlookInput, ScenarioInput } from './outlook.ts';
import { outlookIntervals } from './outlook-intervals.ts';
import { periodOfDays, periodsAhead } from './periods.ts';
import { netsOf, presentOutlook } from './present-outlook.ts';
import { forecastAhead, seriesOfItems } from './remainder.ts';
import { inScenarios, type Scenario } from './scenario.ts';

/**
 * What cash will do: what the books know, what customers will be invoiced, and the rest by its own history, with intervals
 * for each period and for the cash at its end. Pure: no clock, and the order of rows doesn't matter.
 */
export function cashOutlook(input: CashOutlookInput): CashOutlook {
  const { today, grain } = input;
  const periods = periodsAhead(today, grain, input.horizon);
  const periodOf = periodOfDays(periods);
  const books = booksOf(input);
  const { ingredients, remainder } = gather(books, periodOf.length, input.forecastIssuing);
  const scenarios = input.scenarios ?? [];
  const stages = inScenarios(ingredients, scenarios.map(toScenario));
  const series = seriesOfItems(remainder, grain, { firstDay: firstDayOf(books), today });
  const forecast = series && forecastAhead(series, periods, input.forecastRemainder);
  const others = series && forecast ? partsOfRemainder(forecast.median, remainder, series) : [];
  const parts = stages.map((stage) => [
    ...expectedParts(stage, periodOf, periods.length),
    ...others,
  ]);
  const nets = scenarios.length > 0 ? parts.map((each) => netsOf(periods, each)) : [];
  const bands = outlookIntervals(stages.at(-1) ?? ingredients, forecast, periodOf);
  return {
    ...presentOutlook(periods, parts.at(-1) ?? [], bands, input.openingMinor),
    changes: scenarios.map((scenario, index) => ({
      scenario,
      differenceMinor: differences(nets[index + 1] ?? [], nets[index] ?? []),
    })),
    remainder: forecast && { members: forecast.members, backtest: forecast.backtest },
  };
}

const differences = (after: readonly bigint[], before: readonly bigint[]): bigint[] =>
  after.map((minor, period) => minor - (before[period] ?? 0n));

const booksOf = ({ today, invoices, entries, scheduled = [] }: CashOutlookInput): Books => ({
  today,
  invoices: invoices.map(({ amountMinor, payments, ...invoice }) => ({
    ...invoice,
    amount: Number(amountMinor),
    payments: payments.map(({ on, amountMinor: paid }) => ({ on, amount: Number(paid) })),
  })),
  otherCash: entries
    .map(({ amountMinor, ...entry }) => ({ ...entry, amount: Number(amountMinor) }))
    .filter(({ on }) => on <= today)
    .toSorted((a, b) => compare(a.on, b.on) || compare(a.id, b.id)),
  scheduled: scheduled.map(({ amountMinor, ...one }) => ({ ...one, amount: Number(amountMinor) })),
});

const toScenario = (input: ScenarioInput): Scenario =>
  'amountMinor' in input ? { ...input, amount: Number(input.amountMinor) } : input;

const firstDayOf = ({ today, invoices, otherCash }: Books): LocalDate =>
  [...invoices.map(({ issuedOn }) => issuedOn), ...otherCash.map(({ on }) => on)].reduce(
    (first, day) => (day < first ? day : first),
    today,
  );
