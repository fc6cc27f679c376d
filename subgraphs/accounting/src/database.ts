import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '@finflow/shared/database/orm-options';
import { CustomerSchema } from './customers/customer.entity.ts';
import { ReceivablesImportSchema } from './imports/receivables-import.entity.ts';
import { InvoiceActivitySchema } from './invoices/invoice-activity.entity.ts';
import { InvoiceLineSchema, InvoiceSchema } from './invoices/invoice.entity.ts';
import { RefundSchema, SettlementSchema } from './invoices/settlement.entity.ts';
import { AccountSchema } from './ledger/account.entity.ts';
import { JournalEntrySchema, PostingSchema } from './ledger/journal-entry.entity.ts';
import { OrganizationSchema } from './organization/organization.entity.ts';

/** Opens accounting's database; the pool connects on first use. */
export const openDatabase = (url: string) =>
  MikroORM.init({
    ...ormOptions(url, `${import.meta.dirname}/migrations`),
    entities: [
      OrganizationSchema,
      AccountSchema,
      JournalEntrySchema,
      PostingSchema,
      CustomerSchema,
      InvoiceSchema,
      InvoiceLineSchema,
      InvoiceActivitySchema,
      SettlementSchema,
      RefundSchema,
      ReceivablesImportSchema,
    ],
  });

export type Database = Awaited<ReturnType<typeof openDatabase>>;
/** Inside a transaction, and outside. */
export type Em = Database['em'];
