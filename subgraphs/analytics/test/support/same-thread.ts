import { forecastersOf } from '../../src/forecasting/forecasters.ts';
import { outlookOf } from '../../src/forecast/outlook-of.ts';
import { pastForecasts } from '../../src/forecast/past-forecasts.ts';
import type { ForecastThreads } from '../../src/forecast/worker/forecast-threads.ts';

/** Makes forecasts where it stands: for tests that are about something else than threads. */
export const sameThread: ForecastThreads = {
  version: 'of tests',
  outlookOf: (task) => Promise.resolve(outlookOf(task)),
  pastForecasts: (task) => Promise.resolve(pastForecasts(task, forecastersOf())),
  close: () => Promise.resolve(),
};
