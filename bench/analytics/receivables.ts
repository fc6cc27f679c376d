/**
 * Weekly cash collected in 2013, forecast 1 to 8 weeks ahead at the beginning of each week, learned from what was known by
 * then: `npx node bench/analytics/receivables.ts FOLDER`. The engine, which sees the invoices, against models that see the
 * weekly sums alone, and against bounds that are told when each issued invoice will be paid, or
 * how late each customer pays.
 *
 * Two errors are measured: of what comes in during the week so many weeks ahead, and of all that comes in until its end,
 * which is what the cash at hand hangs on.
 */
import { printLine, printRow, printRule } from '../print.ts';
import type { MinorBands } from '@finflow/analytics/forecasting/known/outlook';
import { intervalPercents } from '@finflow/analytics/forecasting/series';
import { addDays } from '@finflow/shared/local-date';
import { percentile } from '../statistics.ts';
import { paymentDates } from './payment-dates.ts';
import { readReceivables } from './read-receivables.ts';
import { bounds } from './receivables-bounds.ts';
import {
  collectedIn,
  fromBooks,
  historyBefore,
  historyModels,
  horizon,
  type WeeksAhead,
} from './receivables-models.ts';

const [folder, first = '2012-12-31', last = '2013-12-29'] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write(
    'usage: node bench/analytics/receivables.ts FOLDER [first Monday] [last Sunday]\n',
  );
  process.exit(2);
}
const invoices = await readReceivables(folder);
/** What the file says of how a bill was sent, on paper or not, moves its payment by a week: an organization may not know it. */
const withoutTraits = invoices.map((invoice) => ({ ...invoice, traits: [] }));
const untold = 'without how it was sent';
const names = [
  'from the books',
  untold,
  ...historyModels.map(({ name }) => name),
  ...Object.keys(bounds),
];

/** Absolute errors by model and weeks ahead, of the week and of the sum until its end. */
const weekErrors = new Map(names.map((name) => [name, emptyLists()]));
const sumErrors = new Map(names.map((name) => [name, emptyLists()]));
const hits = { week: emptyHits(), sum: emptyHits() };
const times: number[] = [];

for (let origin = first; addDays(origin, 6) <= last; origin = addDays(origin, 7)) {
  const actual = Array.from({ length: horizon }, (_, week) => addDays(origin, 7 * week))
    .filter((monday) => addDays(monday, 6) <= last)
    .map((monday) => collectedIn(invoices, monday));
  const history = historyBefore(invoices, origin);
  const began = performance.now();
  const books = fromBooks(invoices, origin);
  times.push(performance.now() - began);
  note('from the books', books.weeks, actual);
  note(untold, fromBooks(withoutTraits, origin).weeks, actual);
  for (const { name, forecast } of historyModels) {
    note(name, forecast(history, horizon) ?? [], actual);
  }
  const usual = history.values.reduce((a, b) => a + b, 0) / history.values.length;
  for (const [name, told] of Object.entries(bounds))
    note(name, told(invoices, origin, usual), actual);
  count(hits.week, books.bands, actual);
  count(hits.sum, books.sumBands, sums(actual));
}

report('Error of the week', weekErrors);
report('Error of all that comes in until the end of the week', sumErrors);
print('share inside the intervals, the week', shares(hits.week));
print('share inside the intervals, until the end of the week', shares(hits.sum));
print('day of payment, said at issue', paymentDates(invoices));
print('milliseconds an outlook', { p50: percentile(times, 0.5), p95: percentile(times, 0.95) });

function emptyLists(): number[][] {
  return Array.from({ length: horizon }, () => []);
}

function emptyHits(): Map<number, boolean[]> {
  return new Map(intervalPercents.map((percent) => [percent, []]));
}

function sums(weeks: WeeksAhead): number[] {
  let sum = 0;
  return weeks.map((amount) => (sum += amount));
}

function note(name: string, said: WeeksAhead, actual: WeeksAhead): void {
  const [saidSums, actualSums] = [sums(said), sums(actual)];
  actual.forEach((amount, week) => {
    weekErrors.get(name)?.[week]?.push(Math.abs((said[week] ?? Number.NaN) - amount));
    const off = (saidSums[week] ?? Number.NaN) - (actualSums[week] ?? 0);
    sumErrors.get(name)?.[week]?.push(Math.abs(off));
  });
}

function count(
  found: Map<number, boolean[]>,
  bands: readonly MinorBands[],
  actual: WeeksAhead,
): void {
  actual.forEach((amount, week) => {
    for (const percent of intervalPercents) {
      const band = bands[week]?.[percent];
      if (!band) throw new RangeError('A week has no interval');
      const isInside = Number(band.lowMinor) <= amount && amount <= Number(band.highMinor);
      found.get(percent)?.push(isInside);
    }
  });
}

function shares(found: Map<number, boolean[]>): Record<string, number> {
  return Object.fromEntries(
    [...found].map(([percent, list]) => [
      `${percent} %`,
      Number((list.filter(Boolean).length / list.length).toFixed(3)),
    ]),
  );
}

/** Mean absolute errors in currency units by weeks ahead, and all weeks ahead together with the ratio of the books' to them. */
function report(title: string, errors: ReadonlyMap<string, readonly number[][]>): void {
  const average = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length / 100;
  const ofBooks = average(errors.get('from the books')?.flat() ?? []);
  const heads = Array.from({ length: horizon }, (_, week) => String(week + 1));
  printLine(`\n${title}`);
  printRow(['model', ...heads, 'all', 'books over it']);
  printRule(1, horizon + 2);
  for (const [name, lists] of errors) {
    const all = average(lists.flat());
    const cells = lists.map((list) => average(list).toFixed(0));
    printRow([name, ...cells, all.toFixed(0), (ofBooks / all).toFixed(3)]);
  }
}

function print(what: string, figures: Record<string, number>): void {
  printLine(`\n${what}: ${JSON.stringify(figures)}`);
}
