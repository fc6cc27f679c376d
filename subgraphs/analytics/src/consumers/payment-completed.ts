import type { Handler } from '@finflow/shared/bus/handlers';
import { addObservation } from '../anomaly/observation.projection.ts';

export const paymentCompleted: Handler<'payment_completed'> = (event, { em }) =>
  addObservation(em, event);
