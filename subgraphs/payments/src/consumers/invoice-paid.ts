import type { Clock } from '@finflow/shared/clock';
import type { Handler } from '@finflow/shared/bus/handlers';
import { followBalance } from '../invoice/follow-balance.ts';

/** Nothing is due any more; money taken by hand is mirrored, and an attempt that is still open called off. */
export const onInvoicePaid =
  (clock: Clock): Handler<'invoice_paid'> =>
  ({ data, time: at, organizationid: organizationId }, { em }) => {
    const { invoiceId, number, currency, totalMinor, settlement } = data;
    const invoice = { organizationId, invoiceId, number, status: 'PAID' as const, currency };
    return followBalance(em, { ...invoice, totalMinor, dueMinor: '0', at, settlement }, clock);
  };
