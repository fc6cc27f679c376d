import type { Handler } from '@finflow/shared/bus/handlers';
import { addObservation } from '../anomaly/observation.projection.ts';

export const paymentRefunded: Handler<'payment_refunded'> = (event, { em }) =>
  addObservation(em, event);
