import { Button } from '@chakra-ui/react';
import { BookOpen, HandCoins, Pencil } from 'lucide-react';
import type { InvoiceStatus } from '../../__generated__/schema.ts';
import { Allowed } from '../../apollo/Allowed.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SheetLink } from '../../ui/SheetLink.tsx';
import { DeleteDraft } from './DeleteDraft.tsx';
import { PdfButton } from './PdfButton.tsx';
import { useIssueInvoice } from './use-issue-invoice.ts';

type Props = { readonly id: string; readonly status: InvoiceStatus };

/** What can be done with an invoice, by where it stands. */
export function InvoiceActions({ id, status }: Props) {
  if (status !== 'DRAFT') return <IssuedActions id={id} status={status} />;
  return (
    <Allowed right="invoices:write">
      <DraftActions id={id} />
    </Allowed>
  );
}

function DraftActions({ id }: { id: string }) {
  const issue = useIssueInvoice();
  return (
    <>
      <DeleteDraft id={id} />
      <LinkButton to={`/invoices/${id}/edit`} variant="outline">
        <Pencil size={16} aria-hidden /> Edit
      </LinkButton>
      <ConfirmDialog
        title="Issue this invoice?"
        verb="Issue"
        trigger={<Button>Issue</Button>}
        onConfirm={async () => (await issue(id))?.message ?? null}
      >
        It gets its number and is posted to the books. It can’t be changed afterwards.
      </ConfirmDialog>
    </>
  );
}

function IssuedActions({ id, status }: Props) {
  return (
    <>
      <LinkButton to={`/ledger/entries?invoice=${id}`} variant="outline">
        <BookOpen size={16} aria-hidden /> Journal entries
      </LinkButton>
      <PdfButton id={id} />
      {status !== 'PAID' && (
        <Allowed right="payments:write">
          <SheetLink sheet="payment">
            <HandCoins size={16} aria-hidden /> Record payment
          </SheetLink>
        </Allowed>
      )}
    </>
  );
}
