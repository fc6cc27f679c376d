/**
 * Anomalies found on real purchases and series: `npx node bench/analytics/anomalies.ts FOLDER [seeds]`. Everything goes through the product's own
 * detectors with its own settings; peers see the same rows in the same run.
 */
import { type Fact, toFact } from '@finflow/analytics/anomaly/fact';
import { judge } from '@finflow/analytics/anomaly/judge';
import { createMemory } from '@finflow/analytics/anomaly/memory';
import { createDetectorRecord } from '@finflow/analytics/anomaly/record';
import { screen, windowFacts } from '@finflow/analytics/anomaly/screen';
import { printLine, printRow, printRule } from '../print.ts';
import { rounded } from '../statistics.ts';
import { isolationScores } from './isolation-forest.ts';
import { type NabSeries, nabScore, readNab, windowedGaussian } from './nab.ts';
import {
  inject,
  type Purchase,
  readPurchases,
  sameNumbers,
  toEntry,
  weeksOf,
} from './purchases.ts';
import { areaUnderCurve, averagePrecision, type Ranked } from './ranking.ts';

const kinds = ['amount', 'account', 'duplicate'] as const;

function main(): void {
  const [folder, seeds = '3'] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Give the folder of the data.');
  const purchases = readPurchases(folder);
  printRow(['seed', '', 'AUC', 'AP', 'amount', 'account', 'duplicate']);
  printRule(2, 5);
  for (let seed = 1; seed <= Number(seeds); seed += 1) {
    const rows = inject(purchases, sameNumbers(seed));
    printScores(seed, 'ours', rows, productScores(rows));
    printScores(seed, 'isolation forest', rows, forestScores(rows, sameNumbers(seed)));
  }
  printFalseAlarms(purchases);
  printNab(readNab(folder));
}

function printScores(
  seed: number,
  who: string,
  rows: readonly Purchase[],
  scores: readonly number[],
): void {
  const ranked = rows.map((row, place) => ({ row, score: scores[place] ?? 0 }));
  const toRanked = (kind?: string): Ranked[] =>
    ranked
      .filter(({ row }) => row.injected === '' || kind === undefined || row.injected === kind)
      .map(({ row, score }) => ({ score, isOdd: row.injected !== '' }));
  const figures = [
    areaUnderCurve(toRanked()),
    averagePrecision(toRanked()),
    ...kinds.map((kind) => areaUnderCurve(toRanked(kind))),
  ];
  printRow([seed, who, ...figures.map((one) => rounded(one, 3))]);
}

/** Each unit of the city is an organization of its own, as in the product. */
function productScores(rows: readonly Purchase[]): number[] {
  const scores = rows.map(() => 0);
  const places = Map.groupBy(rows.keys(), (place) => rows[place]?.unit ?? '');
  for (const own of places.values()) {
    const facts = own.flatMap((place) => {
      const row = rows[place];
      return row ? [toEntry(row, place)] : [];
    });
    for (const [index, score] of scoresOf(facts).entries()) scores[own[index] ?? 0] = score;
  }
  return scores;
}

/** How odd each fact is after those before it: the logarithm of its rarity. */
function scoresOf(facts: readonly Fact[]): number[] {
  const memory = createMemory(windowFacts);
  const record = createDetectorRecord(windowFacts);
  return facts.map((fact) => {
    const { rarity } = judge(fact, { memory, record });
    memory.add(fact);
    return -Math.log(Math.max(rarity, 1e-300));
  });
}

/** Five figures that need no knowledge of the books: size, direction, day of the week and of the month, how common the account is. */
function forestScores(rows: readonly Purchase[], random: () => number): number[] {
  const counts = new Map<string, number>();
  for (const { account } of rows) counts.set(account, (counts.get(account) ?? 0) + 1);
  const features = rows.map(({ date, amountMinor, account }) => {
    const size = Math.log(1 + Math.abs(Number(amountMinor)));
    const day = new Date(`${date}T00:00:00Z`);
    const common = Math.log(counts.get(account) ?? 1);
    return [size, amountMinor < 0n ? 1 : 0, day.getUTCDay(), day.getUTCDate(), common];
  });
  return isolationScores(features, random);
}

/** Alarms a week where nothing was put in: on the city's units, and on small organizations of some of a unit's merchants. */
function printFalseAlarms(purchases: readonly Purchase[]): void {
  const units = Map.groupBy(purchases, ({ unit }) => unit);
  const small = Map.groupBy(purchases, ({ unit, text }) => `${unit} ${bucketOf(text)}`);
  for (const [name, groups] of [
    ['units', units],
    ['small organizations', small],
  ] as const) {
    const figures = [...groups.values()].filter((rows) => rows.length >= 200).map(alarmsPerWeek);
    const mean = figures.reduce((sum, { alarms }) => sum + alarms, 0) / figures.length;
    const most = Math.max(...figures.map(({ alarms }) => alarms));
    const facts = figures.reduce((sum, one) => sum + one.facts, 0) / figures.length;
    printLine(
      `${figures.length} ${name}, ${rounded(facts, 0)} entries a week: ${rounded(mean, 2)} alarms a week, at most ${rounded(most, 2)}`,
    );
  }
}

function alarmsPerWeek(rows: readonly Purchase[]) {
  const facts = rows.map(toEntry);
  const raised = screen({ facts, before: 0, alarms: [], reviews: [] });
  const weeks = weeksOf(rows);
  return { alarms: raised.length / weeks, facts: rows.length / weeks };
}

/** One of forty, the same for the same merchant. */
const bucketOf = (text: string): number =>
  Buffer.from(text).reduce((sum, byte) => (sum * 31 + byte) % 9_973, 7) % 40;

function printNab(series: readonly NabSeries[]): void {
  const ours = series.map(({ values }) => scoresOf(values.map(toHour)));
  const gaussian = series.map(({ values }) => windowedGaussian(values));
  const say = (scores: number[][]) => rounded(nabScore(series, scores).score, 1);
  printLine(`NAB, ad exchange: ours ${say(ours)}, windowed Gaussian ${say(gaussian)}`);
}

/** An hour of a series as an entry of one payee; an hour is taken for a day, so that levels are those of 28 hours. */
function toHour(value: number, place: number): Fact {
  const day = new Date(place * 86_400_000);
  const id = `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`;
  return toFact({
    id,
    source: 'ENTRY',
    atMs: day.getTime(),
    date: day.toISOString().slice(0, 10),
    currency: 'EUR',
    amountMinor: BigInt(Math.round(value * 1e6)),
    isIncoming: false,
    accountCode: '1',
    text: 'series',
    customerId: null,
    entryId: id,
    paymentId: null,
    invoiceId: null,
    invoiceTotalMinor: null,
    hasHour: false,
    withdrawnAtMs: null,
  });
}

main();
