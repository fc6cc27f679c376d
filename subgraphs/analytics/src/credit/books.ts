import type { LocalDate } from '@finflow/shared/local-date';

/**
 * What a score goes by: the books of one currency as of the end of a day. Minor units. "The year" is the last twelve complete
 * months, or as many as there are.
 */
export type Books = {
  readonly asOf: LocalDate;
  readonly currency: string;
  /** Complete months since the first entry that earned or cost something; not its own, where the books began within it. */
  readonly historyMonths: number;
  readonly cashMinor: bigint;
  readonly receivableMinor: bigint;
  readonly otherAssetsMinor: bigint;
  readonly liabilitiesMinor: bigint;
  /** Profits and losses since the beginning. */
  readonly retainedMinor: bigint;
  /** Of the year, by month, oldest first, at most twelve. */
  readonly salesByMonth: readonly bigint[];
  /** All expenses of the year. */
  readonly costsMinor: bigint;
  /** Of the twelve months before the year; null when the books don't reach back so far. */
  readonly salesBeforeMinor: bigint | null;
  readonly invoices: InvoiceRecord;
};

/** How customers paid. Minor units. */
export type InvoiceRecord = {
  /** Invoices that fell due in the last 365 days, and those of them that were paid a week late or later, or still aren't. */
  readonly fellDueMinor: bigint;
  readonly lateMinor: bigint;
  /** Unpaid after the due date. */
  readonly overdueMinor: bigint;
  /** Invoiced in the last 365 days, and the part of the customer with most. */
  readonly invoicedMinor: bigint;
  readonly largestCustomerMinor: bigint;
};

export const assetsOf = (books: Books): bigint =>
  books.cashMinor + books.receivableMinor + books.otherAssetsMinor;

export const salesOf = ({ salesByMonth }: Books): bigint =>
  salesByMonth.reduce((sum, sales) => sum + sales, 0n);

/** What a figure of the known months would be in twelve. For ratios only: amounts stay whole numbers. */
export const perYear = (minor: bigint, { salesByMonth }: Books): number =>
  (Number(minor) * 12) / salesByMonth.length;

/** Above zero by zero is endless, zero by zero is not known. */
export const ratio = (numerator: bigint | number, denominator: bigint | number): number =>
  Number(numerator) / Number(denominator);
