import { log } from '@finflow/shared/log';
import { once } from '@finflow/shared/once';
import { classicalMembers } from '../../forecasting/forecast-series.ts';
import { rememberingForecasters } from '../../forecasting/forecasters.ts';
import { loadNeuralMember } from '../../forecasting/neural/neural-member.ts';
import type { Member } from '../../forecasting/series.ts';
import { outlookOf } from '../outlook-of.ts';
import { pastForecasts } from '../past-forecasts.ts';
import type { ForecastJob, ForecastJobDone } from './forecast-task.ts';
import { unpackTask } from './packed-task.ts';
import { serveTasks } from '../../threads/task-server.ts';

/** Weights that can't be read are a fault of the installation: it is told of once, and the other methods go on without. */
const loadMembers = async (): Promise<readonly Member[]> => {
  try {
    return [...classicalMembers, await loadNeuralMember()];
  } catch (error) {
    log.error('the global nets could not be loaded', { error });
    return classicalMembers;
  }
};

const forecasters = once(async () => rememberingForecasters(await loadMembers()));

// The entry of a thread: like main.ts it acts when it is loaded.
serveTasks(async ({ kind, task: packed }: ForecastJob): Promise<ForecastJobDone> => {
  const used = await forecasters();
  const task = unpackTask(packed);
  return kind === 'outlook'
    ? { kind, outlook: outlookOf(task, used) }
    : { kind, forecasts: pastForecasts(task, used) };
});
