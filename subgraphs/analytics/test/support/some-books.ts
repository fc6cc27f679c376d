import type { Books } from '../../src/credit/books.ts';

/** Books of an ordinary small business after two years; a test says what is different. Euros in cents. */
export const someBooks = (different: Partial<Books> = {}): Books => ({
  asOf: '2026-06-30',
  currency: 'EUR',
  historyMonths: 24,
  cashMinor: 3_000_000n,
  receivableMinor: 1_500_000n,
  otherAssetsMinor: 0n,
  liabilitiesMinor: 1_200_000n,
  retainedMinor: 1_800_000n,
  salesByMonth: [10, 12, 9, 11, 10, 13, 8, 10, 11, 12, 9, 10].map((k) => BigInt(k) * 100_000n),
  costsMinor: 11_000_000n,
  salesBeforeMinor: 11_800_000n,
  invoices: {
    fellDueMinor: 12_000_000n,
    lateMinor: 2_400_000n,
    overdueMinor: 400_000n,
    invoicedMinor: 12_500_000n,
    largestCustomerMinor: 5_000_000n,
  },
  ...different,
});
