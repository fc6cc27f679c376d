import DataLoader from 'dataloader';
import { isId } from '@finflow/shared/ids';
import type { Page } from '@finflow/shared/graphql/connection';
import type { Viewer } from '@finflow/shared/viewer';
import type { Em } from '../database.ts';
import { PayableInvoice } from '../invoice/payable-invoice.entity.ts';
import { Refund } from '../refund/refund.entity.ts';
import { PaymentActivity } from './payment-activity.entity.ts';
import type { PaymentStatus } from './payment-machine.ts';
import { Payment } from './payment.entity.ts';

export type PaymentFilter = {
  readonly status?: readonly PaymentStatus[];
  readonly invoiceId?: string;
};

/** Reads for one operation, batched. Row-level security keeps to the organization; a payer sees only its own invoice's. */
export type PaymentReader = ReturnType<typeof paymentReader>;

export function paymentReader(em: Em, viewer: Viewer) {
  const mayRead = (invoiceId: string) =>
    viewer.kind === 'payer' ? viewer.invoiceId === invoiceId : viewer.kind !== 'anonymous';
  const payments = new DataLoader((ids: readonly string[]) => byId(em, Payment, ids));
  const invoices = new DataLoader((ids: readonly string[]) => byId(em, PayableInvoice, ids));
  const ofInvoice = new DataLoader(async (ids: readonly string[]) => {
    const found = await em.find(
      Payment,
      { invoiceId: { $in: [...ids] } },
      { orderBy: { createdAt: 'desc', id: 'desc' } },
    );
    return grouped(ids, found, ({ invoiceId }) => invoiceId);
  });
  const refunds = new DataLoader(async (ids: readonly string[]) => {
    const where = { paymentId: { $in: [...ids] } };
    const found = await em.find(Refund, where, { orderBy: { createdAt: 'asc', id: 'asc' } });
    return grouped(ids, found, ({ paymentId }) => paymentId);
  });
  const activities = new DataLoader(async (ids: readonly string[]) => {
    const where = { paymentId: { $in: [...ids] } };
    const found = await em.find(PaymentActivity, where, { orderBy: { position: 'asc' } });
    return grouped(ids, found, ({ paymentId }) => paymentId);
  });
  return {
    mayRead,
    /** Null when it isn't there, or isn't the viewer's to see. */
    payment: async (id: string): Promise<Payment | null> => {
      const payment = isId(id) ? await payments.load(id) : null;
      return payment && mayRead(payment.invoiceId) ? payment : null;
    },
    /** Null while payments has not heard of it. */
    invoice: (id: string): Promise<PayableInvoice | null> =>
      isId(id) && mayRead(id) ? invoices.load(id) : Promise.resolve(null),
    /** Newest first. */
    paymentsOf: (invoiceId: string): Promise<Payment[]> =>
      isId(invoiceId) && mayRead(invoiceId) ? ofInvoice.load(invoiceId) : Promise.resolve([]),
    refundsOf: (paymentId: string) => refunds.load(paymentId),
    timelineOf: (paymentId: string) => activities.load(paymentId),
    list: (page: Page, filter: PaymentFilter) => list(em, page, filter),
    count: (filter: PaymentFilter) => em.count(Payment, whereOf(filter)),
  };
}

/** One row more than asked for, which tells whether there is a next page. */
function list(em: Em, { first, after }: Page, filter: PaymentFilter): Promise<Payment[]> {
  const [createdAt = '', id = ''] = after ?? [];
  const at = new Date(createdAt);
  const beyond = after
    ? { $or: [{ createdAt: { $lt: at } }, { createdAt: at, id: { $lt: id } }] }
    : {};
  return em.find(
    Payment,
    { $and: [whereOf(filter), beyond] },
    { orderBy: { createdAt: 'desc', id: 'desc' }, limit: first + 1 },
  );
}

export const sortKeyOf = ({ createdAt, id }: Payment): string[] => [createdAt.toISOString(), id];

const whereOf = ({ status, invoiceId }: PaymentFilter) => ({
  ...(status && { status: { $in: [...status] } }),
  ...(invoiceId !== undefined && { invoiceId }),
});

async function byId<T extends Payment | PayableInvoice>(
  em: Em,
  entity: new () => T,
  ids: readonly string[],
): Promise<(T | null)[]> {
  const found: T[] = await em.find<T>(entity, { id: { $in: [...ids] } } as never);
  const rows = new Map(found.map((row) => [row.id, row]));
  return ids.map((id) => rows.get(id) ?? null);
}

function grouped<T>(ids: readonly string[], rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const groups = Map.groupBy(rows, keyOf);
  return ids.map((id) => groups.get(id) ?? []);
}
