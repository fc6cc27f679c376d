import type { Clock } from '@finflow/shared/clock';
import { newEvent } from '@finflow/shared/events/envelope';
import type { EventData } from '@finflow/shared/events/__generated__/event-data';
import type { LocalDate } from '@finflow/shared/local-date';
import type { InvoiceStatus } from './invoice.entity.ts';
import type { IssuedInvoice } from './issue-invoices.ts';

type Room = { readonly organizationId: string; readonly clock: Clock };
const source = '/accounting';

export const invoiceCreated = (invoice: IssuedInvoice, { organizationId, clock }: Room) =>
  newEvent(
    'invoice_created',
    {
      source,
      subject: invoice.id,
      organizationId,
      data: {
        invoiceId: invoice.id,
        number: invoice.number,
        customerId: invoice.customerId,
        currency: invoice.currency,
        subtotalMinor: (invoice.totalMinor - invoice.taxMinor).toString(),
        taxMinor: invoice.taxMinor.toString(),
        totalMinor: invoice.totalMinor.toString(),
        issueDate: invoice.issueDate,
        dueDate: invoice.dueDate,
      },
    },
    clock,
  );

/** An invoice as it stands after money moved. */
export type MovedInvoice = {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly status: InvoiceStatus;
  readonly totalMinor: bigint;
  readonly paidMinor: bigint;
  readonly refundedMinor: bigint;
};

/** Money that was recorded by hand: payments mirrors it. */
type RecordedByHand = NonNullable<EventData['invoice_paid']['settlement']>;

export const invoiceUpdated = (
  invoice: MovedInvoice,
  { organizationId, clock }: Room,
  settlement?: RecordedByHand,
) =>
  newEvent(
    'invoice_updated',
    {
      source,
      subject: invoice.id,
      organizationId,
      data: {
        invoiceId: invoice.id,
        status: invoice.status,
        currency: invoice.currency,
        totalMinor: invoice.totalMinor.toString(),
        amountPaidMinor: invoice.paidMinor.toString(),
        amountDueMinor: (invoice.totalMinor - invoice.paidMinor).toString(),
        amountRefundedMinor: invoice.refundedMinor.toString(),
        ...(settlement && { settlement }),
      },
    },
    clock,
  );

export const invoicePaid = (
  invoice: MovedInvoice & { readonly paidOn: LocalDate },
  { organizationId, clock }: Room,
  settlement?: RecordedByHand,
) =>
  newEvent(
    'invoice_paid',
    {
      source,
      subject: invoice.id,
      organizationId,
      data: {
        invoiceId: invoice.id,
        number: invoice.number,
        customerId: invoice.customerId,
        currency: invoice.currency,
        totalMinor: invoice.totalMinor.toString(),
        paidOn: invoice.paidOn,
        ...(settlement && { settlement }),
      },
    },
    clock,
  );
