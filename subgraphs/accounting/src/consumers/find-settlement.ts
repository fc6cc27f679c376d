import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Money that came in, and what of it has not gone back. */
export type KnownSettlement = {
  readonly id: string;
  readonly invoiceId: string;
  /** All that came in. */
  readonly cameMinor: bigint;
  readonly left: { readonly amountMinor: bigint; readonly surplusMinor: bigint };
};

type Row = {
  readonly id: string;
  readonly invoiceId: string;
  readonly came: string;
  readonly amount: string;
  readonly surplus: string;
};

/** The settlement of a payment; null when the payment is not booked. */
export async function findSettlement(
  em: SqlEntityManager,
  paymentId: string,
): Promise<KnownSettlement | null> {
  const [row] = await em.execute<Row[]>(
    `select s.id, s.invoice_id as "invoiceId",
       (s.amount_minor + s.surplus_minor)::text as came,
       (s.amount_minor - coalesce(sum(r.amount_minor), 0))::text as amount,
       (s.surplus_minor - coalesce(sum(r.surplus_minor), 0))::text as surplus
     from settlement s left join refund r on r.settlement_id = s.id
     where s.payment_id = ? group by s.id`,
    [paymentId],
  );
  if (!row) return null;
  const { id, invoiceId } = row;
  return {
    id,
    invoiceId,
    cameMinor: BigInt(row.came),
    left: { amountMinor: BigInt(row.amount), surplusMinor: BigInt(row.surplus) },
  };
}
