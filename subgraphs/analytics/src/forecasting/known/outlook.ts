import type { LocalDate } from '@finflow/shared/local-date';
import type { Grain, IntervalPercent, SeriesForecast, SeriesForecaster } from '../series.ts';
import type { CashItem, Invoice } from './books.ts';
import type { Origin, Scheduled } from './ingredients.ts';
import type { Period } from './periods.ts';
import type { Scenario } from './scenario.ts';

/** An invoice in whole minor units. Payments after today, and invoices issued after it, are not looked at. */
export type InvoiceInput = Omit<Invoice, 'amount' | 'payments'> & {
  readonly amountMinor: bigint;
  readonly payments: readonly { readonly on: LocalDate; readonly amountMinor: bigint }[];
};

/** Cash that moved and was no customer's payment of an invoice; above zero came in. Transfers between own accounts are left out. */
export type CashEntryInput = Omit<CashItem, 'amount'> & { readonly amountMinor: bigint };

export type ScheduledInput = Omit<Scheduled, 'amount'> & { readonly amountMinor: bigint };

/** A scenario whose amounts are whole minor units. */
export type ScenarioInput =
  | Extract<Scenario, { kind: 'PAYS_LATER' | 'LOST_CUSTOMER' }>
  | (Omit<Extract<Scenario, { kind: 'EVERY_MONTH' }>, 'amount'> & { readonly amountMinor: bigint })
  | (Omit<Extract<Scenario, { kind: 'ONCE' }>, 'amount'> & { readonly amountMinor: bigint });

export type CashOutlookInput = {
  readonly invoices: readonly InvoiceInput[];
  readonly entries: readonly CashEntryInput[];
  /** Certain as to day and amount, in neither of the above. */
  readonly scheduled?: readonly ScheduledInput[];
  /** The last day the books know. */
  readonly today: LocalDate;
  /** The cash at its end. */
  readonly openingMinor: bigint;
  readonly grain: Grain;
  /** Whole periods after the current one. */
  readonly horizon: number;
  readonly forecastRemainder: SeriesForecaster;
  /** Of what is invoiced by month. */
  readonly forecastIssuing: SeriesForecaster;
  readonly scenarios?: readonly ScenarioInput[];
};

export type MinorBand = { readonly lowMinor: bigint; readonly highMinor: bigint };
export type MinorBands = Readonly<Record<IntervalPercent, MinorBand>>;

export type OutlookPeriod = Period & {
  /** The net cash of the period: `knownMinor` and `expectedMinor` together, and the sum of the parts. */
  readonly netMinor: bigint;
  /** Open invoices, what recurs, what is scheduled. */
  readonly knownMinor: bigint;
  /** Invoices to come, and the remainder. */
  readonly expectedMinor: bigint;
  readonly intervals: MinorBands;
  /** Cash at the end of the period. */
  readonly level: { readonly minor: bigint; readonly intervals: MinorBands };
};

export type OutlookPart = Origin & {
  readonly isKnown: boolean;
  /** One amount a period. */
  readonly amountsMinor: readonly bigint[];
};

/** What one scenario changes, after those before it: one amount a period. */
export type ScenarioChange = {
  readonly scenario: ScenarioInput;
  readonly differenceMinor: readonly bigint[];
};

export type CashOutlook = {
  /** What is left of the current period, if anything, then `horizon` whole ones. */
  readonly periods: readonly OutlookPeriod[];
  /** They add up to `netMinor` in every period; largest first. */
  readonly parts: readonly OutlookPart[];
  readonly changes: readonly ScenarioChange[];
  /** How the remainder was forecast; null where the books have no whole period yet. */
  readonly remainder: Pick<SeriesForecast, 'members' | 'backtest'> | null;
};
