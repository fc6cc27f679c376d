import { badInput } from '@finflow/shared/graphql/connection';
import { daysBetween, type LocalDate } from '@finflow/shared/local-date';
import { sources, type Dimension, type Measure } from './measures.ts';

export type AnalyzeGrain = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'TOTAL';

export type AnalyzeQuestion = {
  readonly measures: readonly Measure[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly grain: AnalyzeGrain;
  readonly dimension: Dimension | null;
  /** Of the dimension; null: all. */
  readonly keys: readonly string[] | null;
};

const longestDays: Readonly<Record<AnalyzeGrain, number>> = {
  DAY: 400,
  WEEK: 5 * 366,
  MONTH: 10 * 366,
  QUARTER: 10 * 366,
  YEAR: 10 * 366,
  TOTAL: 10 * 366,
};
const mostKeys = 100;
const longestKey = 500;

/** @throws GraphQLError BAD_USER_INPUT naming what can't be asked */
export function checkQuestion(question: AnalyzeQuestion): AnalyzeQuestion {
  const { measures, from, to, grain, dimension, keys } = question;
  if (measures.length === 0) throw badInput('measures must name at least one.');
  if (new Set(measures).size < measures.length) throw badInput('measures must not repeat one.');
  if (from > to) throw badInput('from must not be after to.');
  const longest = longestDays[grain];
  if (daysBetween(from, to) >= longest) {
    throw badInput(`From and to may be ${longest} days apart at most for the grain ${grain}.`);
  }
  const other = dimension && measures.find((measure) => sources[measure].dimension !== dimension);
  if (other) throw badInput(`${other} can't be told apart by ${dimension}.`);
  if (keys && !dimension) throw badInput('keys need a dimension.');
  if (keys && (keys.length > mostKeys || keys.some(({ length }) => length > longestKey))) {
    throw badInput(`keys may be ${mostKeys} at most, of ${longestKey} characters each.`);
  }
  return question;
}
