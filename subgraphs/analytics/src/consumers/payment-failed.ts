import type { Handler } from '@finflow/shared/bus/handlers';
import { addObservation } from '../anomaly/observation.projection.ts';

export const paymentFailed: Handler<'payment_failed'> = (event, { em }) =>
  addObservation(em, event);
