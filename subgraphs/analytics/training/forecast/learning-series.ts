import type { LocalDate } from '@finflow/shared/local-date';
import type { Grain } from '../../src/forecasting/series.ts';

/** A series to learn from or to be tried on. */
export type LearningSeries = {
  /** The collection that it comes from; draws are shared out among these. */
  readonly source: string;
  readonly id: string;
  /** Whose figures these are: a public body with its units and totals, else the series itself. */
  readonly owner: string;
  readonly grain: Grain;
  /** First day of the first period; null where the collection doesn't say. */
  readonly start: LocalDate | null;
  /** NaN where a value is unknown or kept apart. */
  readonly values: readonly number[];
};

/** A forecasting task of the published collection: its future is what forecasts are measured against. */
export type Task = {
  readonly set: string;
  readonly id: string;
  readonly season: number;
  readonly start: LocalDate;
  readonly history: readonly number[];
  readonly future: readonly number[];
};

/** Units, categories and the total of a public body share its figures. */
export const ownerOf = (id: string): string => id.split('|')[0] ?? id;

export const grainOf = ({ season }: Pick<Task, 'season'>): Grain =>
  season === 12 ? 'MONTH' : season === 52 ? 'WEEK' : 'DAY';
