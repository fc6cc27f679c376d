import { seasonLength } from '../grains.ts';
import { type IntervalPercent, intervalPercents, type Series } from '../series.ts';
import { errorTables } from './error-tables.generated.ts';
import { type ErrorBounds, evidenceOf, type StepErrors } from './interval-table.ts';

/** Under four values the errors of short series say too little; bounds are as much wider. */
const farTooShort = { values: 4, widening: 1.5 };

/** How errors grow past the last step of the table: by this power of the step. */
const growth = 0.3;

/** What each bound is multiplied by. */
export type Widening = Readonly<Record<IntervalPercent, number>>;

/** The errors of other series at a step, 1 being the first, between the table's steps in proportion. */
export function errorsBeside(series: Series, own: Widening): (step: number) => StepErrors {
  const rows = tableRows(series);
  const lean = leanOf(series.values);
  const short = series.values.length < farTooShort.values ? farTooShort.widening : 1;
  return (step) => {
    const { before, after } = rowsAround(rows, step);
    const share =
      after.step === before.step
        ? 0
        : Math.min(1, (step - before.step) / (after.step - before.step));
    const beyond = Math.max(1, step / after.step) ** growth;
    return blended(before, after, { share, factor: beyond * short, own, lean });
  };
}

function rowsAround(
  rows: readonly StepErrors[],
  step: number,
): { readonly before: StepErrors; readonly after: StepErrors } {
  const after = rows.find((row) => row.step >= step) ?? rows.at(-1);
  const before = rows.findLast((row) => row.step <= step) ?? after;
  if (before === undefined || after === undefined) throw new RangeError('No errors are known.');
  return { before, after };
}

export function tableRows({
  grain,
  values,
}: Pick<Series, 'grain' | 'values'>): readonly StepErrors[] {
  return errorTables[grain][evidenceOf(values.length, seasonLength(grain))];
}

/**
 * How one-sided a prepared series is: 1 where all values have one sign, 0 where gains and losses are alike. Nearly all training series are one-sided
 * and err upwards; of a series about zero that says only how far, not whereto.
 */
const leanOf = (values: readonly number[]): number =>
  values.length === 0
    ? 1
    : Math.max(0, values.reduce((sum, value) => sum + value, 0) / values.length);

type Blend = {
  readonly share: number;
  readonly factor: number;
  readonly own: Widening;
  readonly lean: number;
};

function blended(
  from: StepErrors,
  to: StepErrors,
  { share, factor, own, lean }: Blend,
): StepErrors {
  const mix = (low: number, high: number): number => factor * (low + share * (high - low));
  const bounds = (kind: 'value' | 'sum'): ErrorBounds => {
    const pair = (percent: IntervalPercent): readonly [number, number] => {
      const low = own[percent] * mix(from[kind][percent][0], to[kind][percent][0]);
      const high = own[percent] * mix(from[kind][percent][1], to[kind][percent][1]);
      const [straight, turned] = [(1 + lean) / 2, (1 - lean) / 2];
      return [straight * low - turned * high, straight * high - turned * low];
    };
    return nested(pair);
  };
  const median = lean * mix(from.sum.median, to.sum.median);
  return { step: from.step, value: bounds('value'), sum: { ...bounds('sum'), median } };
}

/** Bounds widened by different factors may cross; each holds the narrower ones. */
function nested(pair: (percent: IntervalPercent) => readonly [number, number]): ErrorBounds {
  const [narrow, middle, wide] = intervalPercents;
  const inner = pair(narrow);
  const around = outer(pair(middle), inner);
  return { [narrow]: inner, [middle]: around, [wide]: outer(pair(wide), around) };
}

const outer = (
  bounds: readonly [number, number],
  inner: readonly [number, number],
): readonly [number, number] => [Math.min(bounds[0], inner[0]), Math.max(bounds[1], inner[1])];
