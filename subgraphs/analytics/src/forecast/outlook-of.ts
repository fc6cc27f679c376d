import { baselineOutlook } from './baseline-outlook.ts';
import type { Outlook } from './outlook.ts';
import type { ForecastTask } from './worker/forecast-task.ts';

/** What is to come, from the figures of a task. It takes its time: threads do it. */
export const outlookOf = ({ flows, today }: ForecastTask): Outlook => baselineOutlook(flows, today);
