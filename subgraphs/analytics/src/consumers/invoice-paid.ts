import type { Handler } from '@finflow/shared/bus/handlers';
import { settleInvoices } from '../receivable/receivable.projection.ts';

export const invoicePaid: Handler<'invoice_paid'> = (event, { em }) => settleInvoices(em, [event]);
