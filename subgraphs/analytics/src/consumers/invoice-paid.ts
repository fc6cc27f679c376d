import type { Handler } from '@finflow/shared/bus/handlers';
import { addObservation } from '../anomaly/observation.projection.ts';
import { requestForecast } from '../forecast/forecast-request.ts';
import { settleInvoices } from '../receivable/receivable.projection.ts';

export const invoicePaid: Handler<'invoice_paid'> = async (event, { em }) => {
  await requestForecast(em, [event]);
  await settleInvoices(em, [event]);
  await addObservation(em, event);
};
