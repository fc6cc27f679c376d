import { useQuery, useSubscription } from '@apollo/client/react';
import { Grid, Stack } from '@chakra-ui/react';
import { useParams } from 'react-router';
import { Allowed, NotAllowed } from '../../apollo/Allowed.tsx';
import { Faces } from '../../apollo/Faces.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { InvoicePaper } from '../../ui/InvoicePaper.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { useSheet } from '../../ui/use-sheet.ts';
import { InvoiceActions } from './InvoiceActions.tsx';
import {
  INVOICE_PAGE,
  INVOICE_PAGE_CHANGED,
  INVOICE_PAGE_PAYMENT,
} from './invoice-page.queries.ts';
import { InvoicePayments } from './InvoicePayments.tsx';
import { InvoiceStatus } from './InvoiceStatus.tsx';
import { InvoiceSums } from './InvoiceSums.tsx';
import { InvoiceTimeline } from './InvoiceTimeline.tsx';
import { toPaper } from '../../apollo/invoice-paper.ts';
import type { InvoicePageQuery } from './invoice-page.queries.generated.ts';
import { PaymentLink } from './PaymentLink.tsx';
import { RecordPaymentForm } from './RecordPaymentForm.tsx';

const back = { to: '/invoices', label: 'Invoices' };

/** One invoice, live: what was sent, what came of it, and what can be done now. */
export function Component() {
  const { id = '' } = useParams();
  const query = useQuery(INVOICE_PAGE, { variables: { id } });
  useSubscription(INVOICE_PAGE_CHANGED, { variables: { id }, ignoreResults: true });
  useSubscription(INVOICE_PAGE_PAYMENT, { variables: { id }, ignoreResults: true });
  return (
    <Faces query={query} skeleton={<PageSkeleton what="the invoice" />}>
      {(data) => (data.invoice ? <Found data={data} invoice={data.invoice} /> : <Missing />)}
    </Faces>
  );
}

type FoundProps = {
  readonly data: InvoicePageQuery;
  readonly invoice: NonNullable<InvoicePageQuery['invoice']>;
};

function Found({ data, invoice }: FoundProps) {
  const { sheet, close } = useSheet();
  const organization = data.me?.organization;
  return (
    <>
      <PageHeader
        title={invoice.number ? `Invoice ${invoice.number}` : 'Draft invoice'}
        lead={leadOf(invoice)}
        back={back}
        mark={<InvoiceStatus status={invoice.status} isOverdue={invoice.isOverdue} />}
        actions={<InvoiceActions id={invoice.id} status={invoice.status} />}
      />
      <Grid
        templateColumns={{ base: '1fr', lg: 'minmax(0, 1fr) 21rem' }}
        gap="5"
        alignItems="start"
      >
        <InvoicePaper paper={toPaper(invoice, organization?.name ?? '')} />
        <Stack gap="5">
          <InvoiceSums invoice={invoice} />
          <PaymentLink invoice={invoice} />
          <InvoicePayments invoice={invoice} />
          <InvoiceTimeline invoice={invoice} />
        </Stack>
      </Grid>
      <Sheet title="Record a payment" isOpen={sheet === 'payment'} onClose={close}>
        <Allowed
          right="payments:write"
          otherwise={<NotAllowed what="record payments" right="payments:write" />}
        >
          <RecordPaymentForm
            invoiceId={invoice.id}
            due={invoice.amountDue}
            issuedOn={invoice.issueDate}
            timeZone={organization?.timeZone}
            onDone={close}
          />
        </Allowed>
      </Sheet>
    </>
  );
}

/** Whose it is, and its number in the file it was imported from. */
function leadOf({ customer, reference }: FoundProps['invoice']): string {
  return reference ? `${customer.name} · imported as ${reference}` : customer.name;
}

function Missing() {
  return (
    <>
      <PageHeader title="Invoice" back={back} />
      <EmptyState
        kind="no-match"
        title="This invoice does not exist"
        action={
          <LinkButton to="/invoices" variant="outline">
            Show all invoices
          </LinkButton>
        }
      >
        It may have been a draft that was deleted, or the address is mistyped.
      </EmptyState>
    </>
  );
}
