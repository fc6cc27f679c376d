import type { LocalDate } from '@finflow/shared/local-date';

const insightKinds = [
  'SHORT_RUNWAY',
  'SALES_CHANGED',
  'SPENDING_UP',
  'LATE_PAYER',
  'SLOWER_PAYMENTS',
  'LARGE_CUSTOMER',
  'UNCATEGORIZED',
] as const;
export type InsightKind = (typeof insightKinds)[number];

/** What the books of a week say that is worth a look. Amounts in minor units of the base currency. */
export type Insight = {
  readonly kind: InsightKind;
  /** One sentence with its numbers. */
  readonly text: string;
  /** About how much money it is: the greatest are told first. */
  readonly stakeMinor: bigint;
  readonly evidence: Evidence;
};

/** Where the numbers stand. */
export type Evidence = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly customerId: string | null;
  readonly accountCode: string | null;
};
