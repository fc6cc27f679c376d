import type { Handler } from '@finflow/shared/bus/handlers';
import { updateInvoices } from '../receivable/receivable.projection.ts';

export const invoiceUpdated: Handler<'invoice_updated'> = (event, { em }) =>
  updateInvoices(em, [event]);
