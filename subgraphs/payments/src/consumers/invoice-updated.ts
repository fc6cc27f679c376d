import type { Clock } from '@finflow/shared/clock';
import type { Handler } from '@finflow/shared/bus/handlers';
import { callOffOutdated } from '../invoice/call-off-outdated.ts';
import { mirrorSettlement } from '../invoice/mirror-settlement.ts';

/** Follows what is due, mirrors money taken by hand, and calls off an attempt that asks for too much now. */
export const onInvoiceUpdated =
  (clock: Clock): Handler<'invoice_updated'> =>
  async ({ data, time, organizationid }, { em }) => {
    if (organizationid === undefined) throw new Error('An invoice belongs to an organization.');
    await em.execute(upsert, [
      data.invoiceId,
      organizationid,
      data.status,
      data.currency,
      data.totalMinor,
      data.amountDueMinor,
      time,
    ]);
    const { invoiceId, currency, settlement } = data;
    if (settlement) await mirrorSettlement(em, { organizationid, invoiceId, currency, settlement });
    await callOffOutdated(em, invoiceId, clock);
  };

/** An older event than the one that told the balance changes nothing: topics are not in order with each other. */
const upsert = `
  insert into payable_invoice
    (id, organization_id, number, status, currency, total_minor, due_minor, balance_at)
  values (?, ?, null, ?, ?, ?, ?, ?)
  on conflict (id) do update set status = excluded.status, currency = excluded.currency,
    total_minor = excluded.total_minor, due_minor = excluded.due_minor, balance_at = excluded.balance_at
  where payable_invoice.balance_at <= excluded.balance_at`;
