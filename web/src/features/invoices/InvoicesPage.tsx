import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { Faces } from '../../apollo/Faces.tsx';
import { NewInvoice } from '../../apollo/NewLinks.tsx';
import { useRefetchOn } from '../../apollo/use-refetch-on.ts';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import { readFilters, toFilterInput } from './filters.ts';
import { InvoiceFilters } from './InvoiceFilters.tsx';
import { INVOICE_ROW, InvoiceRow, invoiceColumns } from './InvoiceRow.tsx';
import { InvoiceTotals } from './InvoiceTotals.tsx';
import { NoInvoices } from './NoInvoices.tsx';
import type {
  InvoicesChangedSubscription,
  InvoicesChangedSubscriptionVariables,
  InvoicesQuery,
  InvoicesQueryVariables,
} from './InvoicesPage.generated.ts';

export const INVOICES: TypedDocumentNode<InvoicesQuery, InvoicesQueryVariables> = gql`
  query Invoices($filter: InvoiceFilter, $after: String) {
    invoices(first: 50, filter: $filter, after: $after) {
      totalCount
      totalAmount {
        minor
        decimal
        currency
      }
      totalDue {
        minor
        decimal
        currency
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        cursor
        node {
          id
          ...InvoiceRow_invoice
        }
      }
    }
  }
  ${INVOICE_ROW}
`;

export const INVOICES_CHANGED: TypedDocumentNode<
  InvoicesChangedSubscription,
  InvoicesChangedSubscriptionVariables
> = gql`
  subscription InvoicesChanged {
    invoiceChanged {
      id
      ...InvoiceRow_invoice
    }
  }
  ${INVOICE_ROW}
`;

/** All invoices, or those the address asks for. Rows change as money comes in; so do the sums. */
export function Component() {
  const [params] = useSearchParams();
  const filters = readFilters(params);
  const query = useQuery(INVOICES, { variables: { filter: toFilterInput(filters) } });
  useRefetchOn(INVOICES_CHANGED, query.refetch);
  return (
    <>
      <PageHeader title="Invoices" actions={<NewInvoice />} />
      <InvoiceFilters filters={filters} />
      <Faces query={query} skeleton={<TableSkeleton what="invoices" />}>
        {({ invoices }) => (
          <>
            {invoices.totalCount > 0 && (
              <InvoiceTotals
                count={invoices.totalCount}
                amount={invoices.totalAmount}
                due={invoices.totalDue}
              />
            )}
            <PagedTable
              label="Invoices"
              columns={invoiceColumns}
              list={invoices}
              onMore={(after) => query.fetchMore({ variables: { after } })}
              whenEmpty={<NoInvoices filters={filters} action={<NewInvoice />} />}
            >
              {(invoice) => <InvoiceRow key={invoice.id} invoice={invoice} />}
            </PagedTable>
          </>
        )}
      </Faces>
    </>
  );
}
