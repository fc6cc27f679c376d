import type { Handler } from '@finflow/shared/bus/handlers';
import { applyThreshold } from '../categories/category.projection.ts';

/** Our own event. It tells something new only when the read model is made again from the log. */
export const categoryThresholdChanged: Handler<'category_threshold_changed'> = (event, { em }) =>
  applyThreshold(em, event);
