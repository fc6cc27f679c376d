import type { LocalDate } from '@finflow/shared/local-date';
import { addPeriods } from '../../src/forecasting/grains.ts';
import { grainOf, type LearningSeries, ownerOf, type Task } from './learning-series.ts';

/** The days over which a task's future reaches: from `from` up to, not including, `until`. */
type FutureSpan = {
  readonly id: string;
  readonly owner: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
};

/**
 * Takes out of series what a task asks for. Of the series the task is about, in any grain, everything from the start of its earliest
 * future; of every other series of the same body, whose totals hold the same money, each period that touches a future.
 * What is taken out becomes NaN, and a tail of it is cut.
 */
export function keepApart(
  series: readonly LearningSeries[],
  tasks: readonly Task[],
): LearningSeries[] {
  const spans = Map.groupBy(tasks.map(futureSpan), ({ owner }) => owner);
  return series.map((one) => withoutFutures(one, spans.get(one.owner) ?? []));
}

function futureSpan({ id, season, start, history, future }: Task): FutureSpan {
  const grain = grainOf({ season });
  return {
    id,
    owner: ownerOf(id),
    from: addPeriods(start, grain, history.length),
    until: addPeriods(start, grain, history.length + future.length),
  };
}

function withoutFutures(series: LearningSeries, spans: readonly FutureSpan[]): LearningSeries {
  const { start, grain } = series;
  if (start === null || spans.length === 0) return series;
  const own = spans.filter(({ id }) => id === series.id).map(({ from }) => from);
  const end = own.toSorted()[0] ?? '9999-12-31';
  const values = series.values.map((value, index) => {
    const from = addPeriods(start, grain, index);
    const until = addPeriods(start, grain, index + 1);
    const isTaken = until > end || spans.some((span) => from < span.until && until > span.from);
    return isTaken ? Number.NaN : value;
  });
  return { ...series, values: values.slice(0, values.findLastIndex(Number.isFinite) + 1) };
}

/** Too short a run of equal values may be chance; so may one of a single value, such as zero. */
const telling = 6;

/**
 * The tasks whose future's first values stand, in a row, in a series of the same owner after all. A check on `keepApart` and on the
 * collections that have no dates; it must find none.
 */
export function findLeaks(series: readonly LearningSeries[], tasks: readonly Task[]): Task[] {
  const byOwner = Map.groupBy(series, ({ owner }) => owner);
  return tasks.filter((task) => {
    const wanted = task.future.slice(0, telling);
    if (new Set(wanted).size < telling / 2) return false;
    return (byOwner.get(ownerOf(task.id)) ?? []).some(({ values }) => holds(values, wanted));
  });
}

const holds = (values: readonly number[], wanted: readonly number[]): boolean =>
  values.some((_, at) => wanted.every((value, index) => values[at + index] === value));
