import type { Handler } from '@finflow/shared/bus/handlers';
import { applyModelChange } from '../categories/model/category-model.projection.ts';

/** Our own event. It tells something new only when the read model is made again from the log. */
export const categoryModelChanged: Handler<'category_model_changed'> = (event, { em }) =>
  applyModelChange(em, event);
