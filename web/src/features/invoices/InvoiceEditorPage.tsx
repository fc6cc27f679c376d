import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLocation, useParams } from 'react-router';
import { Allowed, NotAllowed } from '../../apollo/Allowed.tsx';
import { Faces } from '../../apollo/Faces.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { usePageKey } from '../../ui/use-sheet.ts';
import { InvoiceEditor } from './InvoiceEditor.tsx';
import { INVOICE_PAPER } from '../../apollo/invoice-paper.ts';
import type {
  InvoiceEditorQuery,
  InvoiceEditorQueryVariables,
} from './InvoiceEditorPage.generated.ts';

export const INVOICE_EDITOR: TypedDocumentNode<InvoiceEditorQuery, InvoiceEditorQueryVariables> =
  gql`
    query InvoiceEditor($id: ID!, $isNew: Boolean!) {
      me {
        organization {
          id
          name
          baseCurrency
          timeZone
        }
      }
      invoice(id: $id) @skip(if: $isNew) {
        id
        status
        currency
        ...InvoicePaper_invoice @unmask
      }
    }
    ${INVOICE_PAPER}
  `;

/** A new invoice, or a draft to go on with. */
export function Component() {
  const { id } = useParams();
  const editorKey = useEditorKey();
  const query = useQuery(INVOICE_EDITOR, { variables: { id: id ?? '', isNew: id === undefined } });
  return (
    <Faces query={query} skeleton={<PageSkeleton what="the editor" />}>
      {({ me, invoice }) => {
        if (id !== undefined && invoice?.status !== 'DRAFT') return <NotADraft id={id} />;
        const organization = me?.organization;
        if (!organization) return <ErrorPanel sentence="Open your company first." />;
        return (
          <Allowed right="invoices:write" otherwise={<NoEditor />}>
            <InvoiceEditor
              key={editorKey}
              editorKey={editorKey}
              from={organization.name}
              currency={invoice?.currency ?? organization.baseCurrency}
              timeZone={organization.timeZone}
              draft={invoice ?? null}
            />
          </Allowed>
        );
      }}
    </Faces>
  );
}

/** Every visit has an editor of its own, except that a first save only changes the address of this one. */
function useEditorKey(): string {
  const pageKey = usePageKey();
  const kept: unknown = useLocation().state;
  if (typeof kept !== 'object' || kept === null || !('editorKey' in kept)) return pageKey;
  return typeof kept.editorKey === 'string' ? kept.editorKey : pageKey;
}

const back = { to: '/invoices', label: 'Invoices' };

function NoEditor() {
  return (
    <>
      <PageHeader title="Invoice" back={back} />
      <NotAllowed what="write invoices" right="invoices:write" />
    </>
  );
}

function NotADraft({ id }: { id: string }) {
  return (
    <>
      <PageHeader title="Invoice" back={back} />
      <EmptyState
        kind="no-match"
        title="There is no such draft"
        action={
          <LinkButton to={`/invoices/${id}`} variant="outline">
            Show the invoice
          </LinkButton>
        }
      >
        Only drafts can be changed. An issued invoice stands in the books as it is.
      </EmptyState>
    </>
  );
}
