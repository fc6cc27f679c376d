import type { Handler } from '@finflow/shared/bus/handlers';
import { addObservation } from '../anomaly/observation.projection.ts';

export const paymentDisputed: Handler<'payment_disputed'> = (event, { em }) =>
  addObservation(em, event);
