import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '@finflow/shared/database/orm-options';
import { DisputeSchema } from './dispute/dispute.entity.ts';
import { PayableInvoiceSchema } from './invoice/payable-invoice.entity.ts';
import { OrganizationSchema } from './organization/organization.entity.ts';
import { PaymentActivitySchema } from './payment/payment-activity.entity.ts';
import { PaymentSchema } from './payment/payment.entity.ts';
import { StartRequestSchema } from './payment/start-request.entity.ts';
import { RefundSchema } from './refund/refund.entity.ts';
import { WebhookEventSchema } from './webhook/webhook-event.entity.ts';

/** Opens the subgraph's database; the pool connects on first use. */
export const openDatabase = (url: string) =>
  MikroORM.init({
    ...ormOptions(url, `${import.meta.dirname}/migrations`),
    entities: [
      DisputeSchema,
      OrganizationSchema,
      PayableInvoiceSchema,
      PaymentActivitySchema,
      PaymentSchema,
      RefundSchema,
      StartRequestSchema,
      WebhookEventSchema,
    ],
  });

export type Database = Awaited<ReturnType<typeof openDatabase>>;
export type Em = ReturnType<Database['em']['fork']>;
