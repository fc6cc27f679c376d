import type { Forecasters } from '../forecasting/forecasters.ts';
import { compare } from '../forecasting/known/books.ts';
import { cashOutlook } from '../forecasting/known/cash-outlook.ts';
import { toMinor } from '../forecasting/known/minor-units.ts';
import type { CashOutlook, MinorBands, OutlookPeriod } from '../forecasting/known/outlook.ts';
import { intervalPercents } from '../forecasting/series.ts';
import type { CashBooks } from './cash-figures.service.ts';
import type { Outlook, OutlookInterval, OutlookPart, OutlookPoint } from './outlook.ts';
import { cashHistory } from './outlook-history.ts';
import type { ForecastTask } from './worker/forecast-task.ts';

/** Cash by period: what the books know, what customers will be invoiced, and the rest by its own history. */
export function outlookOfCash(
  { figures, books, question, today, country }: ForecastTask & { readonly books: CashBooks },
  { careful, quick }: Forecasters,
): Outlook {
  const { grain, horizon, scenarios } = question;
  const { history, nowMinor } = cashHistory(figures, grain, today);
  const made = cashOutlook({
    ...books,
    today,
    grain,
    horizon,
    scenarios,
    openingMinor: nowMinor,
    forecastRemainder: (series, steps) => careful({ ...series, country }, steps),
    forecastIssuing: quick,
  });
  const hasRest = made.periods.length > horizon;
  const points = made.periods.map(toPoint);
  return {
    target: 'CASH_FLOW',
    grain,
    asOf: today,
    method: 'KNOWN_AND_ENSEMBLE',
    history,
    current: hasRest ? (points[0] ?? null) : null,
    points: points.slice(hasRest ? 1 : 0),
    customers: partsBy(
      made.parts.filter(({ customerId }) => customerId !== null),
      ({ customerId }) => customerId,
    ),
    categories: partsBy(
      made.parts.filter(({ customerId }) => customerId === null),
      ({ category }) => category,
    ),
    members: made.remainder?.members ?? [],
    backtest: backtestOf(made),
    effects: made.changes.map(({ differenceMinor }) => String(sum(differenceMinor))),
  };
}

const toPoint = (period: OutlookPeriod): OutlookPoint => ({
  start: period.from,
  end: period.to,
  median: String(period.level.minor),
  intervals: toIntervals(period.level.intervals),
  flow: String(period.netMinor),
  flowIntervals: toIntervals(period.intervals),
  known: String(period.knownMinor),
  expected: String(period.expectedMinor),
});

const toIntervals = (bands: MinorBands): OutlookInterval[] =>
  intervalPercents.map((percent) => ({
    percent,
    low: String(bands[percent].lowMinor),
    high: String(bands[percent].highMinor),
  }));

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);

type Part = CashOutlook['parts'][number];

/** So many customers or accounts are named; the others are one part together. */
const named = 8;

/** The parts added up by a key; the greatest first, whichever way the money goes, and last, as one, all others and those without a key. */
function partsBy(parts: readonly Part[], keyOf: (part: Part) => string | null): OutlookPart[] {
  const sums = [...Map.groupBy(parts, keyOf)]
    .map(([key, own]) => ({ key, ...sumsOf(own) }))
    .filter(({ known, expected }) => known !== 0n || expected !== 0n)
    .toSorted((a, b) => compareSizes(b, a) || compare(a.key ?? '', b.key ?? ''));
  const shown = sums.filter(({ key }) => key !== null).slice(0, named);
  const others = sums.filter((one) => !shown.includes(one));
  const rest = {
    key: null,
    known: sum(others.map(({ known }) => known)),
    expected: sum(others.map(({ expected }) => expected)),
  };
  return [...shown, ...(others.length > 0 ? [rest] : [])].map(({ key, known, expected }) => ({
    key,
    known: String(known),
    expected: String(expected),
  }));
}

type Sums = { readonly known: bigint; readonly expected: bigint };

function sumsOf(parts: readonly Part[]): Sums {
  const of = (isKnown: boolean) =>
    sum(parts.filter((part) => part.isKnown === isKnown).flatMap((part) => part.amountsMinor));
  return { known: of(true), expected: of(false) };
}

function compareSizes(a: Sums, b: Sums): number {
  const [one, other] = [sizeOf(a), sizeOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

const sizeOf = ({ known, expected }: Sums): bigint =>
  known + expected < 0n ? -(known + expected) : known + expected;

const backtestOf = ({ remainder }: CashOutlook): Outlook['backtest'] =>
  remainder?.backtest
    ? {
        mase: remainder.backtest.mase,
        meanAbsoluteError: String(toMinor(remainder.backtest.meanAbsoluteError)),
        origins: remainder.backtest.origins,
      }
    : null;
