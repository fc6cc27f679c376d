import { assetsOf, type Books, perYear, ratio, salesOf } from './books.ts';
import type { Monotonicity } from './boosting/find-split.ts';

export type Unit = 'PERCENT' | 'RATIO' | 'DAYS' | 'MONTHS';

/** A figure of the books that bankruptcy research knows. */
export type Ratio = {
  readonly id: string;
  readonly name: string;
  readonly unit: Unit;
  /** 1: more of it is more risk; -1: more of it is less; 0: both ends can be bad. */
  readonly risk: Monotonicity;
  /** Number of the attribute in the Polish bankruptcy sets (Zięba, Tomczak and Tomczak 2016) that the model learned it from. */
  readonly polishAttribute: number;
  readonly of: (books: Books) => number;
};

const profitOf = (books: Books): bigint => salesOf(books) - books.costsMinor;

/**
 * All that our ledger can give of the 64 attributes: it has no inventory, depreciation, long-term debt or share capital apart
 * from other equity. All assets are current and all liabilities short-term, which is what its chart of accounts holds.
 */
export const ratios: readonly Ratio[] = [
  {
    id: 'RETURN_ON_ASSETS',
    name: 'Profit on assets',
    unit: 'PERCENT',
    risk: -1,
    polishAttribute: 1,
    of: (books) => ratio(perYear(profitOf(books), books), assetsOf(books)),
  },
  {
    id: 'DEBT_TO_ASSETS',
    name: 'Debts to assets',
    unit: 'PERCENT',
    risk: 1,
    polishAttribute: 2,
    of: (books) => ratio(books.liabilitiesMinor, assetsOf(books)),
  },
  {
    id: 'CURRENT_RATIO',
    name: 'Current ratio',
    unit: 'RATIO',
    risk: -1,
    polishAttribute: 4,
    of: (books) => ratio(assetsOf(books), books.liabilitiesMinor),
  },
  {
    id: 'RETAINED_TO_ASSETS',
    name: 'Profits kept, to assets',
    unit: 'PERCENT',
    risk: -1,
    polishAttribute: 6,
    of: (books) => ratio(books.retainedMinor, assetsOf(books)),
  },
  {
    id: 'ASSET_TURNOVER',
    name: 'Sales to assets',
    unit: 'RATIO',
    risk: 0,
    polishAttribute: 9,
    of: (books) => ratio(perYear(salesOf(books), books), assetsOf(books)),
  },
  {
    id: 'SALES_GROWTH',
    name: 'Sales to the year before',
    unit: 'RATIO',
    risk: 0,
    polishAttribute: 21,
    of: (books) =>
      books.salesBeforeMinor === null ? Number.NaN : ratio(salesOf(books), books.salesBeforeMinor),
  },
  {
    id: 'NET_MARGIN',
    name: 'Net margin',
    unit: 'PERCENT',
    risk: -1,
    polishAttribute: 23,
    of: (books) => ratio(profitOf(books), salesOf(books)),
  },
  {
    id: 'PROFIT_TO_DEBT',
    name: 'Profit to debts',
    unit: 'PERCENT',
    risk: -1,
    polishAttribute: 26,
    of: (books) => ratio(perYear(profitOf(books), books), books.liabilitiesMinor),
  },
  {
    id: 'NET_DEBT_TO_SALES',
    name: 'Debts less cash, to sales',
    unit: 'PERCENT',
    risk: 1,
    polishAttribute: 30,
    of: (books) => ratio(books.liabilitiesMinor - books.cashMinor, perYear(salesOf(books), books)),
  },
  {
    id: 'CASH_RATIO',
    name: 'Cash to debts',
    unit: 'RATIO',
    risk: -1,
    polishAttribute: 40,
    of: (books) => ratio(books.cashMinor + books.otherAssetsMinor, books.liabilitiesMinor),
  },
  {
    id: 'RECEIVABLE_DAYS',
    name: 'Receivable days',
    unit: 'DAYS',
    risk: 1,
    polishAttribute: 44,
    of: (books) => ratio(Number(books.receivableMinor) * 365, perYear(salesOf(books), books)),
  },
  {
    id: 'DEBT_DAYS',
    name: 'Days of sales owed',
    unit: 'DAYS',
    risk: 1,
    polishAttribute: 62,
    of: (books) => ratio(Number(books.liabilitiesMinor) * 365, perYear(salesOf(books), books)),
  },
];
