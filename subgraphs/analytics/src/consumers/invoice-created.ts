import type { Handler } from '@finflow/shared/bus/handlers';
import { addInvoices } from '../receivable/receivable.projection.ts';

export const invoiceCreated: Handler<'invoice_created'> = (event, { em }) =>
  addInvoices(em, [event]);
