import { outlookOf } from '../../src/forecast/outlook-of.ts';
import type { ForecastThreads } from '../../src/forecast/worker/forecast-threads.ts';

/** Makes forecasts where it stands: for tests that are about something else than threads. */
export const sameThread: ForecastThreads = {
  run: (task) => Promise.resolve(outlookOf(task)),
  close: () => Promise.resolve(),
};
