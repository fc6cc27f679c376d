import type { Clock } from '@finflow/shared/clock';
import type { Handler } from '@finflow/shared/bus/handlers';
import { callOffOutdated } from '../invoice/call-off-outdated.ts';
import { mirrorSettlement } from '../invoice/mirror-settlement.ts';

/** Nothing is due any more; money taken by hand is mirrored, and an attempt that is still open called off. */
export const onInvoicePaid =
  (clock: Clock): Handler<'invoice_paid'> =>
  async ({ data, time, organizationid }, { em }) => {
    if (organizationid === undefined) throw new Error('An invoice belongs to an organization.');
    await em.execute(upsert, [
      data.invoiceId,
      organizationid,
      data.number,
      data.currency,
      data.totalMinor,
      time,
    ]);
    const { invoiceId, currency, settlement } = data;
    if (settlement) await mirrorSettlement(em, { organizationid, invoiceId, currency, settlement });
    await callOffOutdated(em, invoiceId, clock);
  };

const upsert = `
  insert into payable_invoice
    (id, organization_id, number, status, currency, total_minor, due_minor, balance_at)
  values (?, ?, ?, 'PAID', ?, ?, 0, ?)
  on conflict (id) do update set number = excluded.number, status = excluded.status,
    total_minor = excluded.total_minor, due_minor = excluded.due_minor, balance_at = excluded.balance_at
  where payable_invoice.balance_at <= excluded.balance_at`;
