import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery, useSubscription } from '@apollo/client/react';
import { Button } from '@chakra-ui/react';
import { Plus } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { Faces } from '../../apollo/Faces.tsx';
import { useRefetchSoon } from '../../apollo/use-refetch-soon.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { LoadMore } from '../../ui/LoadMore.tsx';
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
  const refetchSoon = useRefetchSoon(query.refetch);
  useSubscription(INVOICES_CHANGED, { onData: refetchSoon, ignoreResults: true });
  return (
    <>
      <PageHeader title="Invoices" actions={<NewInvoice />} />
      <InvoiceFilters filters={filters} />
      <Faces query={query} skeleton={<TableSkeleton what="invoices" />}>
        {({ invoices }) =>
          invoices.totalCount === 0 ? (
            <NoInvoices filters={filters} action={<NewInvoice />} />
          ) : (
            <>
              <InvoiceTotals
                count={invoices.totalCount}
                amount={invoices.totalAmount}
                due={invoices.totalDue}
              />
              <DataTable label="Invoices" columns={invoiceColumns}>
                {invoices.edges.map(({ node }) => (
                  <InvoiceRow key={node.id} invoice={node} />
                ))}
              </DataTable>
              <LoadMore
                list={invoices}
                onMore={(after) => query.fetchMore({ variables: { after } })}
              />
            </>
          )
        }
      </Faces>
    </>
  );
}

function NewInvoice() {
  return (
    <Button asChild>
      <Link to="/invoices/new">
        <Plus size={16} aria-hidden /> New invoice
      </Link>
    </Button>
  );
}
