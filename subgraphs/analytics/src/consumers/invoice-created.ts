import type { Handler } from '@finflow/shared/bus/handlers';
import { addObservation } from '../anomaly/observation.projection.ts';
import { requestForecast } from '../forecast/forecast-request.ts';
import { addInvoices } from '../receivable/receivable.projection.ts';

export const invoiceCreated: Handler<'invoice_created'> = async (event, { em }) => {
  await requestForecast(em, [event]);
  await addInvoices(em, [event]);
  await addObservation(em, event);
};
