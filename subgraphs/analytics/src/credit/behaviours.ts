import { type Books, ratio } from './books.ts';
import type { Unit } from './ratios.ts';

/** A figure of how the business is run, and the points that it is worth. */
export type Behaviour = {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  /** Points at certain values, rising values first; in between they run straight, beyond they stay. Only ever rising or falling. */
  readonly points: readonly (readonly [value: number, points: number])[];
  /** The points of an ordinary business, which also one gets of which the figure isn't known. */
  readonly ordinaryPoints: number;
  /** NaN where it isn't known. */
  readonly of: (books: Books) => number;
};

/**
 * The part of the score that no public data could teach: judgement, written down. 400 points in all. Nobody has measured these
 * weights against businesses that failed; the order of importance (paying customers and cash first) is common in lending.
 */
export const behaviours: readonly Behaviour[] = [
  {
    id: 'LATE_RECEIVABLES',
    name: 'Paid late',
    unit: 'PERCENT',
    points: [
      [0, 100],
      [0.1, 80],
      [0.3, 35],
      [0.6, 0],
    ],
    ordinaryPoints: 60,
    of: ({ invoices }) => ratio(invoices.lateMinor, invoices.fellDueMinor),
  },
  {
    id: 'CASH_COVER',
    name: 'Months of costs in cash',
    unit: 'MONTHS',
    points: [
      [0, 0],
      [1, 30],
      [3, 70],
      [6, 100],
    ],
    ordinaryPoints: 50,
    of: (books) => ratio(Number(books.cashMinor) * books.salesByMonth.length, books.costsMinor),
  },
  {
    id: 'SALES_VOLATILITY',
    name: 'Ups and downs of sales',
    unit: 'PERCENT',
    points: [
      [0.1, 80],
      [0.3, 60],
      [0.6, 25],
      [1.2, 0],
    ],
    ordinaryPoints: 50,
    of: ({ salesByMonth }) => variation(salesByMonth.map(Number)),
  },
  {
    id: 'LARGEST_CUSTOMER',
    name: 'Largest customer',
    unit: 'PERCENT',
    points: [
      [0.1, 60],
      [0.25, 45],
      [0.5, 15],
      [0.8, 0],
    ],
    ordinaryPoints: 40,
    of: ({ invoices }) => ratio(invoices.largestCustomerMinor, invoices.invoicedMinor),
  },
  {
    id: 'HISTORY',
    name: 'Months of books',
    unit: 'MONTHS',
    points: [
      [3, 0],
      [12, 30],
      [24, 50],
      [36, 60],
    ],
    ordinaryPoints: 30,
    of: ({ historyMonths }) => historyMonths,
  },
];

/** What a value is worth, by straight lines between the points that are written down. */
export function pointsFor({ points, ordinaryPoints }: Behaviour, value: number): number {
  if (Number.isNaN(value)) return ordinaryPoints;
  const after = points.findIndex(([at]) => at >= value);
  const [high, highPoints] = points.at(after) ?? [0, 0];
  if (after <= 0) return highPoints; // Before the first point, or (-1) beyond the last.
  const [low, lowPoints] = points[after - 1] ?? [0, 0];
  return lowPoints + ((value - low) / (high - low)) * (highPoints - lowPoints);
}

/** Standard deviation over the mean, of a population. */
function variation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance) / mean;
}
