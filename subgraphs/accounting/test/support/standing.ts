import { withClient } from '@finflow/shared/database/provision';

/** What the postings themselves come to: of each payment, and the receivable of each invoice. Debits are positive. */
export async function standing(ownerUrl: string) {
  const [payments, invoices] = await withClient(ownerUrl, async (client) => [
    (await client.query(sums('payment_id'))).rows,
    (await client.query(sums('invoice_id'))).rows,
  ]);
  return {
    byPayment: new Map(
      payments?.map(({ id, clearing, fees, disputed }) => [
        String(id),
        { clearing: BigInt(clearing), fees: BigInt(fees), disputed: BigInt(disputed) },
      ]),
    ),
    receivable: new Map(invoices?.map(({ id, receivable }) => [String(id), BigInt(receivable)])),
  };
}

const sums = (key: 'payment_id' | 'invoice_id') => `
  select e.${key} as id,
    coalesce(sum(m) filter (where code = '1010'), 0) as clearing,
    coalesce(sum(m) filter (where code = '6400'), 0) as fees,
    coalesce(sum(m) filter (where code = '1200'), 0) as disputed,
    coalesce(sum(m) filter (where code = '1100'), 0) as receivable
  from (
    select entry_id, code, case side when 'DEBIT' then amount_minor else -amount_minor end as m
    from posting join account a on a.id = account_id
  ) p join journal_entry e on e.id = p.entry_id
  where e.${key} is not null group by 1`;
