import { lesserOf } from '@finflow/shared/money';
import { type Books, salesOf } from './books.ts';
import { scoreOf } from './score.ts';

const improvementKinds = [
  'COLLECT_OVERDUE',
  'GET_PAID_ON_TIME',
  'CUT_COSTS',
  'RAISE_PRICES',
  'ADD_CASH',
  'PAY_DEBTS',
  'SPREAD_CUSTOMERS',
] as const;
export type ImprovementKind = (typeof improvementKinds)[number];

/** Something the owner can do, and the score the same books would have had then. */
export type Improvement = {
  readonly kind: ImprovementKind;
  readonly sentence: string;
  /** How much it takes, minor units; null where it isn't a matter of an amount. */
  readonly amountMinor: bigint | null;
  readonly score: number;
  readonly gain: number;
};

/** What the books would be; null where there is nothing to do. */
type Change = { readonly books: Books; readonly amountMinor: bigint | null } | null;

type Step = {
  readonly kind: ImprovementKind;
  readonly sentence: string;
  readonly change: (books: Books) => Change;
};

/** Less is within what a month's sales do by themselves. */
const leastGain = 3;

/** What would raise the score, each by itself, the most helpful first. Scored by the same rules, so nothing here is a guess. */
export function improvementsFor(books: Books): Improvement[] {
  const score = scoreOf(books);
  return steps
    .flatMap(({ kind, sentence, change }) => {
      const changed = change(books);
      if (!changed) return [];
      const raised = scoreOf(changed.books);
      const { amountMinor } = changed;
      return [{ kind, sentence, amountMinor, score: raised, gain: raised - score }];
    })
    .filter(({ gain }) => gain >= leastGain)
    .toSorted((a, b) => b.gain - a.gain);
}

const steps: readonly Step[] = [
  {
    kind: 'COLLECT_OVERDUE',
    sentence: 'Collect what is overdue.',
    change: (books) => {
      const overdue = lesserOf(books.invoices.overdueMinor, books.receivableMinor);
      if (overdue <= 0n) return null;
      // What is paid late now was paid late: that it comes makes nobody's record better.
      return {
        amountMinor: overdue,
        books: {
          ...books,
          cashMinor: books.cashMinor + overdue,
          receivableMinor: books.receivableMinor - overdue,
          invoices: { ...books.invoices, overdueMinor: 0n },
        },
      };
    },
  },
  {
    kind: 'GET_PAID_ON_TIME',
    sentence: 'Have customers pay within a week of the due date.',
    change: (books) =>
      books.invoices.lateMinor === 0n
        ? null
        : {
            amountMinor: null,
            books: { ...books, invoices: { ...books.invoices, lateMinor: 0n } },
          },
  },
  {
    kind: 'CUT_COSTS',
    sentence: 'Spend a tenth less than in the last twelve months.',
    change: (books) => earnMore(books, { costs: -books.costsMinor / 10n, sales: 0n }),
  },
  {
    kind: 'RAISE_PRICES',
    sentence: 'Raise prices by a twentieth and keep selling as much.',
    change: (books) => earnMore(books, { costs: 0n, sales: salesOf(books) / 20n }),
  },
  {
    kind: 'ADD_CASH',
    sentence: "Bring cash to three months of costs with the owners' own money.",
    change: (books) => {
      const amountMinor = (books.costsMinor * 3n) / monthsOf(books) - books.cashMinor;
      if (amountMinor <= 0n) return null;
      return { amountMinor, books: { ...books, cashMinor: books.cashMinor + amountMinor } };
    },
  },
  {
    kind: 'PAY_DEBTS',
    sentence: 'Pay debts from cash, down to one month of costs.',
    change: (books) => {
      const spare = books.cashMinor - books.costsMinor / monthsOf(books);
      const amountMinor = lesserOf(spare, books.liabilitiesMinor);
      if (amountMinor <= 0n) return null;
      const cashMinor = books.cashMinor - amountMinor;
      const liabilitiesMinor = books.liabilitiesMinor - amountMinor;
      return { amountMinor, books: { ...books, cashMinor, liabilitiesMinor } };
    },
  },
  {
    kind: 'SPREAD_CUSTOMERS',
    sentence: 'Sell as much, but no more than a quarter of it to one customer.',
    change: (books) => {
      const quarter = books.invoices.invoicedMinor / 4n;
      if (books.invoices.largestCustomerMinor <= quarter) return null;
      const invoices = { ...books.invoices, largestCustomerMinor: quarter };
      return { amountMinor: null, books: { ...books, invoices } };
    },
  },
];

/** The profit stays in the bank. Each month sells more in proportion, so that sales don't swing more than they did. */
function earnMore(books: Books, more: { readonly costs: bigint; readonly sales: bigint }): Change {
  const amountMinor = more.sales - more.costs;
  if (amountMinor <= 0n) return null;
  const sales = salesOf(books);
  return {
    amountMinor,
    books: {
      ...books,
      cashMinor: books.cashMinor + amountMinor,
      retainedMinor: books.retainedMinor + amountMinor,
      costsMinor: books.costsMinor + more.costs,
      salesByMonth: books.salesByMonth.map((month) => month + (month * more.sales) / sales),
    },
  };
}

const monthsOf = ({ salesByMonth }: Books): bigint => BigInt(salesByMonth.length);
