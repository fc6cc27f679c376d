import { invoiceTotal } from '@finflow/shared/invoice-total';
import { addDays, addMonths, type LocalDate } from '@finflow/shared/local-date';
import type { DemoEntry, DemoInvoice } from './demo-plan.ts';
import type { Random } from './random.ts';

const bank = '1000';

/** What the company paid, month by month, up to yesterday; beginning with the owners' own money. */
export function makeCosts(
  firstMonth: LocalDate,
  months: number,
  invoices: readonly DemoInvoice[],
  random: Random,
): DemoEntry[] {
  const entries = [opening(firstMonth), ...mishaps(firstMonth)];
  for (let index = 0; index < months; index += 1) {
    const month = addMonths(firstMonth, index);
    entries.push(...fixedCosts(month, index), ...variableCosts(month, invoices, random));
    entries.push(...taxReturn(month, index, invoices));
    entries.push(...cardPurchases(month, index, months));
  }
  return entries;
}

const opening = (firstMonth: LocalDate): DemoEntry => ({
  key: 'opening',
  date: firstMonth,
  description: "Owners' capital",
  debit: bank,
  credit: '3000',
  amountMinor: 4_400_000n,
});

type Cost = readonly [day: number, account: string, description: string, amountMinor: bigint];

const paid = (month: LocalDate, [day, debit, description, amountMinor]: Cost): DemoEntry => ({
  key: `${month.slice(0, 7)}-${debit}-${day}`,
  date: addDays(month, day - 1),
  description,
  debit,
  credit: bank,
  amountMinor,
});

/** Wages rise in the second year, and there is a Christmas bonus. */
function fixedCosts(month: LocalDate, index: number): DemoEntry[] {
  const wages = index < 12 ? 636_000n : 668_000n;
  const bonus: Cost[] =
    month.slice(5, 7) === '11' ? [[26, '6100', 'Christmas bonus', 290_000n]] : [];
  const costs: Cost[] = [
    [1, '6000', 'Workshop rent', 128_000n],
    [5, '6200', 'Design software and accounting', index < 12 ? 17_900n : 21_400n],
    [25, '6100', 'Wages and social security', wages],
    [27, '3000', "Owners' drawings", 145_000n],
    ...bonus,
  ];
  return costs.map((cost) => paid(month, cost));
}

/** Timber for what was sold, and advertising: more before the autumn fairs. */
function variableCosts(
  month: LocalDate,
  invoices: readonly DemoInvoice[],
  random: Random,
): DemoEntry[] {
  const sold = totals(invoices, month, addMonths(month, 1)).netMinor;
  const timber = (sold * BigInt(random.between(22, 28))) / 100n;
  const isFair = ['03', '09', '10'].includes(month.slice(5, 7));
  const advertising = BigInt(random.between(180, 340)) * 100n + (isFair ? 95_000n : 0n);
  const costs: Cost[] = [
    [14, '5000', 'Timber and fittings', timber],
    [18, '6300', isFair ? 'Fair stand and advertising' : 'Advertising', advertising],
    [21, '6900', 'Electricity, insurance, van', BigInt(random.between(610, 890)) * 100n],
  ];
  return costs.filter(([, , , amountMinor]) => amountMinor > 0n).map((cost) => paid(month, cost));
}

/**
 * What is bought by card each month. The amounts move a little without asking chance, so that the rest of the plan stays as it is
 * for the same seed.
 */
const purchases: readonly Cost[] = [
  [3, '6210', 'Nordtel mobile and broadband', 7_900n],
  [9, '6330', 'Harbour fuel station 0417', 6_400n],
  [12, '5200', 'Parcel Post labels', 4_150n],
  [16, '6230', 'Paperworks office supplies', 2_700n],
  [23, '6320', 'Bistro Lindenhof', 5_300n],
];

/** Never bought before the bookkeeper fell behind: here a model has only the words to go by. */
const newcomers: readonly Cost[] = [
  [6, '6020', 'Sharpening of saw blades Meier', 11_800n],
  [13, '6310', 'Hotel Speicherstadt two nights', 23_600n],
  [20, '6120', 'Course on dust extraction', 18_000n],
];

/** So many of the last months nobody has found the time to say what was bought by card. */
const monthsBehind = 3;

function cardPurchases(month: LocalDate, index: number, months: number): DemoEntry[] {
  const isBehind = index >= months - monthsBehind;
  const newcomer = newcomers[index - (months - monthsBehind)];
  return [...purchases, ...(newcomer ? [newcomer] : [])].map((cost, place) => {
    const [day, account, description, amountMinor] = cost;
    const varied = amountMinor + BigInt((index * 37 + place * 11) % 17) * 45n;
    return {
      ...paid(month, [day, isBehind ? '6999' : account, description, varied]),
      key: `${month.slice(0, 7)}-card-${day}`,
    };
  });
}

/** The tax that a quarter's invoices added is paid on the tenth of the month after. */
function taxReturn(month: LocalDate, index: number, invoices: readonly DemoInvoice[]): DemoEntry[] {
  if (!['01', '04', '07', '10'].includes(month.slice(5, 7)) || index === 0) return [];
  const { taxMinor } = totals(invoices, addMonths(month, -3), month);
  return taxMinor > 0n
    ? [paid(month, [10, '2100', 'Value added tax of the quarter', taxMinor])]
    : [];
}

function totals(invoices: readonly DemoInvoice[], from: LocalDate, before: LocalDate) {
  const issued = invoices.filter(({ issueDate }) => issueDate >= from && issueDate < before);
  return invoiceTotal(issued.flatMap(({ lines }) => lines));
}

/** What two years bring besides: a machine breaks, two customers get money back. */
const mishaps = (firstMonth: LocalDate): DemoEntry[] => [
  {
    ...paid(addMonths(firstMonth, 13), [
      12,
      '6900',
      'Repair of the planer and dust extraction',
      874_000n,
    ]),
    key: 'machine',
  },
  {
    ...paid(addMonths(firstMonth, 6), [
      19,
      '4100',
      'Refund for a table that arrived scratched',
      42_000n,
    ]),
    key: 'refund-1',
  },
  {
    ...paid(addMonths(firstMonth, 16), [8, '4100', 'Goodwill refund for a late delivery', 18_500n]),
    key: 'refund-2',
  },
];
