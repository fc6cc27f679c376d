import type { Handler } from '@finflow/shared/bus/handlers';
import { addObservation } from '../anomaly/observation.projection.ts';
import { requestForecast } from '../forecast/forecast-request.ts';
import { updateInvoices } from '../receivable/receivable.projection.ts';

export const invoiceUpdated: Handler<'invoice_updated'> = async (event, { em }) => {
  await requestForecast(em, [event]);
  await updateInvoices(em, [event]);
  await addObservation(em, event);
};
