import { type Forecasters, forecastersOf } from '../forecasting/forecasters.ts';
import type { Outlook } from './outlook.ts';
import { outlookOfCash } from './outlook-of-cash.ts';
import { outlookOfFigures } from './outlook-of-figures.ts';
import type { ForecastTask } from './worker/forecast-task.ts';

/** What is to come, from the figures of a task, by these methods. It takes its time: threads do it. */
export const outlookOf = (
  task: ForecastTask,
  forecasters: Forecasters = forecastersOf(),
): Outlook =>
  task.books
    ? outlookOfCash({ ...task, books: task.books }, forecasters)
    : outlookOfFigures(task, forecasters);
