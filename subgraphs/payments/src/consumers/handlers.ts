import type { Handlers } from '@finflow/shared/bus/handlers';
import type { Room } from '../room.ts';
import { onInvoiceCreated } from './invoice-created.ts';
import { onInvoicePaid } from './invoice-paid.ts';
import { onInvoiceUpdated } from './invoice-updated.ts';
import { onOrganizationCreated } from './organization-created.ts';
import { onOrganizationDeleted } from './organization-deleted.ts';
import { onOrganizationUpdated } from './organization-updated.ts';

/** What payments listens to. */
export const handlers = ({ clock }: Pick<Room, 'clock'>) =>
  ({
    organization_created: onOrganizationCreated,
    organization_updated: onOrganizationUpdated,
    organization_deleted: onOrganizationDeleted,
    invoice_created: onInvoiceCreated,
    invoice_updated: onInvoiceUpdated(clock),
    invoice_paid: onInvoicePaid(clock),
  }) satisfies Handlers;
