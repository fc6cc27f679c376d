import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { newId } from '@finflow/shared/ids';
import { bulkInsert } from '../bulk-insert.ts';
import type { InvoiceActivityKind } from './invoice-activity.entity.ts';

export type NewActivity = {
  readonly invoiceId: string;
  readonly kind: InvoiceActivityKind;
  readonly at: Date;
  readonly amountMinor: bigint | null;
  readonly currency: string;
  readonly paymentId?: string;
};

const columns = {
  id: 'uuid',
  organizationId: 'uuid',
  invoiceId: 'uuid',
  kind: 'varchar',
  at: 'timestamptz',
  amountMinor: 'bigint',
  currency: 'varchar',
  paymentId: 'uuid',
};

/** Adds to the timelines of invoices. */
export const addActivities = (
  em: SqlEntityManager,
  activities: readonly NewActivity[],
  { organizationId }: { readonly organizationId: string },
): Promise<void> =>
  bulkInsert(
    em,
    'invoice_activity',
    columns,
    activities.map(({ paymentId = null, ...activity }) => ({
      id: newId(activity.at.getTime()),
      organizationId,
      ...activity,
      paymentId,
    })),
  );
