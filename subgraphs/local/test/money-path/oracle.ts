import { fraction, lesserOf } from '@finflow/shared/money';
import { codeOf } from './accounting-database.ts';
import type { Held } from './bank.ts';
import type { Row } from './memory-database.ts';
import type { World } from './world.ts';

const minor = (value: unknown) => BigInt(String(value));
const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n);

/** Sentences about what is wrong; empty when every cent stands where it must, once. */
export const problemsOf = (world: World): string[] => [
  ...brokenEntries(world),
  ...wrongBalances(world),
  ...wrongCounts(world),
  ...wrongPayments(world),
  ...strayRefunds(world),
  ...world.log.buried.map((letter) => `a dead letter: ${JSON.stringify(letter)}`),
];

const currencies = ['EUR', 'JPY', 'KWD'];

const isCaptured = ({ outcome }: Held) => outcome.kind === 'succeeded';
const refundedOf = ({ refunds }: Held) =>
  sum(refunds.filter(({ status }) => status === 'COMPLETED').map((one) => one.amountMinor));
const disputedOf = ({ disputes }: Held, ...phases: string[]) =>
  sum(disputes.filter(({ phase }) => phases.includes(phase)).map((one) => one.amountMinor));

/** Debits positive, by account code. */
function balancesOf({ books }: World, currency: string): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  for (const line of books.store.all('posting')) {
    if (line['currency'] !== currency) continue;
    const code = codeOf(line['accountId']);
    const signed =
      line['side'] === 'DEBIT' ? minor(line['amountMinor']) : -minor(line['amountMinor']);
    balances.set(code, (balances.get(code) ?? 0n) + signed);
  }
  return balances;
}

function brokenEntries({ books }: World): string[] {
  const lines = Map.groupBy(books.store.all('posting'), ({ entryId }) => entryId);
  return books.store.all('journal_entry').flatMap((entry, index) => {
    const own = lines.get(entry['id']) ?? [];
    const isEven = currencies.every(
      (currency) => total(own, currency, 'DEBIT') === total(own, currency, 'CREDIT'),
    );
    const isNext = entry['sequence'] === index + 1;
    return isEven && isNext && own.length > 1
      ? []
      : [`entry ${String(entry['idempotencyKey'])} is broken`];
  });
}

const total = (lines: readonly Row[], currency: string, side: string) =>
  sum(
    lines
      .filter((line) => line['currency'] === currency && line['side'] === side)
      .map((line) => minor(line['amountMinor'])),
  );

/** The books against the bank: what it captured, kept, sent back and holds; and what was recorded by hand. */
function wrongBalances(world: World): string[] {
  return currencies.flatMap((currency) => {
    const is = balancesOf(world, currency);
    const must = expected(world, currency);
    const off = Object.entries(must).filter(([code, amount]) => (is.get(code) ?? 0n) !== amount);
    const isZero = sum([...is.values()]) === 0n;
    return [
      ...off.map(([code, amount]) => `${code} ${currency}: ${is.get(code) ?? 0n}, not ${amount}`),
      ...(isZero ? [] : [`the books of ${currency} are not even`]),
    ];
  });
}

function expected(world: World, currency: string): Record<string, bigint> {
  const held = world.bank.held.filter((one) => one.currency === currency && isCaptured(one));
  const each = (amount: (one: Held) => bigint) => sum(held.map(amount));
  const fees = each(
    ({ feeMinor, disputes }) => feeMinor + sum(disputes.map((one) => one.feeMinor)),
  );
  const away = each((one) => refundedOf(one) + disputedOf(one, 'OPENED', 'LOST'));
  const hand = handOf(world, currency);
  const invoices = invoicesOf(world, currency);
  const ofAll = (amount: (one: InvoiceTruth) => bigint) => sum(invoices.map(amount));
  return {
    1000: hand.inMinor - hand.backMinor,
    1010: each((one) => one.amountMinor) - fees - away,
    1100: ofAll((one) => one.totalMinor - one.appliedMinor),
    1200: each((one) => disputedOf(one, 'OPENED')),
    2100: -ofAll((one) => one.taxMinor - one.taxBackMinor),
    2300: -ofAll((one) => one.creditMinor),
    4000: -ofAll((one) => one.totalMinor - one.taxMinor),
    4100: ofAll((one) => one.backMinor - one.taxBackMinor),
    6400: fees + each((one) => outOf(one) - lesserOf(outOf(one), one.amountMinor)),
  };
}

/** Money in cash, and its refunds: payments keeps those. */
function handOf({ books, till }: World, currency: string) {
  const taken = books.store
    .all('Settlement')
    .filter((row) => row['method'] !== null && row['currency'] === currency);
  return {
    inMinor: sum(taken.map((row) => minor(row['amountMinor']))),
    backMinor: sum(taken.map((row) => handedBack(till, row['paymentId']))),
  };
}

const handedBack = (till: World['till'], paymentId: unknown) =>
  sum(
    till.store
      .all('Refund')
      .filter((row) => row['paymentId'] === paymentId && row['status'] === 'COMPLETED')
      .map((row) => minor(row['amountMinor'])),
  );

type InvoiceTruth = Readonly<
  Record<
    'totalMinor' | 'taxMinor' | 'appliedMinor' | 'creditMinor' | 'backMinor' | 'taxBackMinor',
    bigint
  >
>;

const invoicesOf = (world: World, currency: string): InvoiceTruth[] =>
  world.books.store
    .all('Invoice')
    .filter((row) => row['numberIndex'] !== null && row['currency'] === currency)
    .map((row) => truthOf(world, row));

/** Money in the order of the books: it is applied until the invoice is paid, and the rest is the customer's. */
function truthOf(world: World, invoice: Row): InvoiceTruth {
  const [totalMinor, taxMinor] = [minor(invoice['totalMinor']), minor(invoice['taxMinor'])];
  let [appliedMinor, creditMinor, backMinor] = [0n, 0n, 0n];
  for (const { inMinor, outMinor } of moneyOf(world, invoice)) {
    const due = totalMinor - appliedMinor;
    const applied = inMinor < due ? inMinor : due;
    const surplus = inMinor - applied;
    const fromSurplus = outMinor < surplus ? outMinor : surplus;
    appliedMinor += applied;
    creditMinor += surplus - fromSurplus;
    backMinor += outMinor - fromSurplus;
  }
  const taxBackMinor = fraction(taxMinor, backMinor, totalMinor);
  return { totalMinor, taxMinor, appliedMinor, creditMinor, backMinor, taxBackMinor };
}

/** What came in and went back by each payment: amounts from the bank (or the till), only the order from the books. */
function moneyOf({ books, bank, till }: World, invoice: Row) {
  return books.store
    .all('Settlement')
    .filter((row) => row['invoiceId'] === invoice['id'])
    .map((row) => {
      if (row['method'] !== null) {
        const outMinor = handedBack(till, row['paymentId']);
        return { inMinor: minor(row['amountMinor']), outMinor };
      }
      const one = bank.held.find(({ paymentId }) => paymentId === row['paymentId']);
      if (!one || !isCaptured(one)) throw new Error('Money in the books that no bank captured.');
      return { inMinor: one.amountMinor, outMinor: lesserOf(outOf(one), one.amountMinor) };
    });
}

/** What is gone for good: more than came in, when a refund ended beside a dispute that was lost. */
const outOf = (one: Held) => refundedOf(one) + disputedOf(one, 'LOST');

/** Each capture, refund and step of a dispute is one entry: none is missing, none stands twice. */
function wrongCounts({ books, bank, till }: World): string[] {
  const entries = books.store.all('journal_entry');
  const count = (kind: string) => entries.filter((entry) => entry['kind'] === kind).length;
  const captured = bank.held.filter(isCaptured);
  const disputes = captured.flatMap((one) => one.disputes);
  const refunds = till.store.all('Refund').filter(({ status }) => status === 'COMPLETED');
  const ofBank = refunds.filter(
    ({ providerRefundId }) => !String(providerRefundId).startsWith('manual:'),
  );
  const atBank = captured.flatMap((one) =>
    one.refunds.filter(({ status }) => status === 'COMPLETED'),
  );
  const pairs: readonly (readonly [string, number, number])[] = [
    ['captures', count('RECEIVE_PAYMENT'), captured.length],
    ['fees', count('PAYMENT_FEE'), captured.length],
    ['refunds', count('REFUND_PAYMENT'), refunds.length],
    ['refunds of the bank', ofBank.length, atBank.length],
    ['open disputes', count('OPEN_DISPUTE'), disputes.length],
    ['closed', count('CLOSE_DISPUTE'), disputes.filter(({ phase }) => phase !== 'OPENED').length],
  ];
  return pairs
    .filter(([, booked, happened]) => booked !== happened)
    .map(([what, booked, happened]) => `${booked} ${what} are booked, ${happened} happened`);
}

/** Payments agrees with the bank about each payment that was captured. */
function wrongPayments({ bank, till }: World): string[] {
  return bank.held.filter(isCaptured).flatMap((one) => {
    const payment = till.store.find('Payment', one.paymentId);
    const isKnown = payment?.['completedAt'] instanceof Date && payment['status'] !== 'CANCELLED';
    const isSame = isKnown && minor(payment['refundedMinor']) === refundedOf(one);
    const status = String(payment?.['status']);
    return isSame ? [] : [`payment of ${one.id} is ${status}, captured at the bank`];
  });
}

/** The house asks the bank for each of its refunds once, under the refund's own id. */
function strayRefunds({ bank, till }: World): string[] {
  const asked = bank.held.flatMap(({ refunds }) =>
    refunds.flatMap(({ refundId }) => refundId ?? []),
  );
  const stray = asked.filter(
    (id, index) => !till.store.find('Refund', id) || asked.indexOf(id) < index,
  );
  return stray.map((id) => `the bank was asked for a refund ${id} that nobody wanted, or twice`);
}
