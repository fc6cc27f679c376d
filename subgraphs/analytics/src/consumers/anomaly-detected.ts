import type { Handler } from '@finflow/shared/bus/handlers';
import { addAnomalies } from '../anomaly/anomaly.projection.ts';

/** Its own word: nothing new while it runs, but a read model that is made anew has its anomalies from here. */
export const anomalyDetected: Handler<'anomaly_detected'> = async (event, { em }) => {
  await addAnomalies(em, [event]);
};
