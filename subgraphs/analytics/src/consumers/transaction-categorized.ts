import type { Handler } from '@finflow/shared/bus/handlers';
import { applyDecisions } from '../categories/category.projection.ts';

/** Our own event. It tells something new only when the read model is made again from the log. */
export const transactionCategorized: Handler<'transaction_categorized'> = (event, { em }) =>
  applyDecisions(em, [event]);
