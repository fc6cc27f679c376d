import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Box } from '@chakra-ui/react';
import { Plus } from 'lucide-react';
import { useNavigate, useSearchParams } from 'react-router';
import { Allowed } from '../../apollo/Allowed.tsx';
import { Faces } from '../../apollo/Faces.tsx';
import { addressOf, readText } from '../../lib/url-state.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { SheetLink } from '../../ui/SheetLink.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import { CustomerSheet } from './CustomerSheet.tsx';
import { CUSTOMER_ROW, CustomerRow } from './CustomerRow.tsx';
import type { CustomersQuery, CustomersQueryVariables } from './CustomersPage.generated.ts';

export const CUSTOMERS: TypedDocumentNode<CustomersQuery, CustomersQueryVariables> = gql`
  query Customers($search: String, $after: String) {
    customers(first: 50, search: $search, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        cursor
        node {
          id
          ...CustomerRow_customer
        }
      }
    }
  }
  ${CUSTOMER_ROW}
`;

const columns = [
  { label: 'Name' },
  { label: 'Email' },
  { label: 'Invoices', align: 'end' },
  { label: 'Owes', align: 'end' },
] as const;

/** Everybody who was ever invoiced, by name. */
export function Component() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const search = readText(params, 'search');
  const query = useQuery(CUSTOMERS, {
    variables: { search: search === '' ? null : search },
  });
  return (
    <>
      <PageHeader title="Customers" actions={<NewCustomer />} />
      <Box mb="4">
        <SearchField
          label="Search customers"
          value={search}
          onChange={(next) =>
            void navigate(addressOf('/customers', { search: next }), { replace: true })
          }
        />
      </Box>
      <Faces query={query} skeleton={<TableSkeleton what="customers" />}>
        {({ customers }) => (
          <PagedTable
            label="Customers"
            columns={columns}
            list={customers}
            onMore={(after) => query.fetchMore({ variables: { after } })}
            whenEmpty={<NoCustomers search={search} />}
          >
            {(customer) => <CustomerRow key={customer.id} customer={customer} />}
          </PagedTable>
        )}
      </Faces>
      <CustomerSheet />
    </>
  );
}

function NoCustomers({ search }: { search: string }) {
  if (search === '') {
    return (
      <EmptyState kind="nothing-yet" title="No customers yet" action={<NewCustomer />}>
        Add the first one here, or while you write an invoice.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      kind="no-match"
      title={`Nobody matches “${search}”`}
      action={
        <LinkButton to="/customers" variant="outline">
          Show all customers
        </LinkButton>
      }
    >
      Check the spelling, or search for a part of the name.
    </EmptyState>
  );
}

function NewCustomer() {
  return (
    <Allowed right="customers:write">
      <SheetLink sheet="new">
        <Plus size={16} aria-hidden /> New customer
      </SheetLink>
    </Allowed>
  );
}
