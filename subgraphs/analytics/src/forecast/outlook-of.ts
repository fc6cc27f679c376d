import type { Outlook } from './outlook.ts';
import { outlookOfCash } from './outlook-of-cash.ts';
import { outlookOfFigures } from './outlook-of-figures.ts';
import type { ForecastTask } from './worker/forecast-task.ts';

/** What is to come, from the figures of a task. It takes its time: threads do it. */
export const outlookOf = ({ question, today, figures, books }: ForecastTask): Outlook =>
  books
    ? outlookOfCash(figures, books, question, today)
    : outlookOfFigures(figures, question, today);
