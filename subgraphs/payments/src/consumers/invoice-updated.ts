import type { Clock } from '@finflow/shared/clock';
import type { Handler } from '@finflow/shared/bus/handlers';
import { followBalance } from '../invoice/follow-balance.ts';

/** Follows what is due, mirrors money taken by hand, and calls off an attempt that asks for too much now. */
export const onInvoiceUpdated =
  (clock: Clock): Handler<'invoice_updated'> =>
  ({ data, time: at, organizationid: organizationId }, { em }) => {
    const { invoiceId, status, currency, totalMinor, amountDueMinor: dueMinor, settlement } = data;
    const invoice = { organizationId, invoiceId, number: null, status, currency };
    return followBalance(em, { ...invoice, totalMinor, dueMinor, at, settlement }, clock);
  };
