import type { Handler } from '@finflow/shared/bus/handlers';

/** An issued invoice can be paid. Its balance counts only while no later event has told one. */
export const onInvoiceCreated: Handler<'invoice_created'> = async (
  { data, time, organizationid },
  { em },
) => {
  await em.execute(
    `insert into payable_invoice
       (id, organization_id, number, status, currency, total_minor, due_minor, balance_at)
     values (?, ?, ?, 'OPEN', ?, ?, ?, ?)
     on conflict (id) do update set number = excluded.number`,
    [
      data.invoiceId,
      organizationid,
      data.number,
      data.currency,
      data.totalMinor,
      data.totalMinor,
      time,
    ],
  );
};
