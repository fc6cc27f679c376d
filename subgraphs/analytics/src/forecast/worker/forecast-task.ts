import type { LocalDate } from '@finflow/shared/local-date';
import type { MonthFlow } from '../../cash/cash-months.ts';

/** What a thread needs for a forecast. It is copied to the thread, so it holds nothing but values. */
export type ForecastTask = {
  readonly today: LocalDate;
  /** Months in which cash moved, oldest first. */
  readonly flows: readonly MonthFlow[];
};
