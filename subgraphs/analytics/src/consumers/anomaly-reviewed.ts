import type { Handler } from '@finflow/shared/bus/handlers';
import { addReview } from '../anomaly/anomaly.projection.ts';

/** Its own word, as with anomalies. */
export const anomalyReviewed: Handler<'anomaly_reviewed'> = (event, { em }) => addReview(em, event);
