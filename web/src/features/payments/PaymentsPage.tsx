import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery, useSubscription } from '@apollo/client/react';
import { Box, Button } from '@chakra-ui/react';
import { Link, useSearchParams } from 'react-router';
import { Faces } from '../../apollo/Faces.tsx';
import { useRefetchSoon } from '../../apollo/use-refetch-soon.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadMore } from '../../ui/LoadMore.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import { ViewLinks } from '../../ui/ViewLinks.tsx';
import { PAYMENT_ROW, PaymentRow, paymentColumns } from './PaymentRow.tsx';
import type {
  PaymentsChangedSubscription,
  PaymentsChangedSubscriptionVariables,
  PaymentsQuery,
  PaymentsQueryVariables,
} from './PaymentsPage.generated.ts';
import { paymentsPath, paymentViews, readStatus } from './payment-views.ts';

export const PAYMENTS: TypedDocumentNode<PaymentsQuery, PaymentsQueryVariables> = gql`
  query Payments($filter: PaymentFilter, $after: String) {
    payments(first: 50, filter: $filter, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        cursor
        node {
          id
          ...PaymentRow_payment
        }
      }
    }
  }
  ${PAYMENT_ROW}
`;

export const PAYMENTS_CHANGED: TypedDocumentNode<
  PaymentsChangedSubscription,
  PaymentsChangedSubscriptionVariables
> = gql`
  subscription PaymentsChanged {
    paymentChanged {
      id
      ...PaymentRow_payment
    }
  }
  ${PAYMENT_ROW}
`;

/** All payments, or those the address asks for, live. */
export function Component() {
  const [params] = useSearchParams();
  const status = readStatus(params);
  const filter = status.length > 0 ? { status: [...status] } : null;
  const query = useQuery(PAYMENTS, { variables: { filter } });
  const refetchSoon = useRefetchSoon(query.refetch);
  useSubscription(PAYMENTS_CHANGED, { onData: refetchSoon, ignoreResults: true });
  const views = paymentViews.map((view) => ({
    label: view.label,
    to: paymentsPath(view.status),
    isShown: view.status.join() === status.join(),
  }));
  return (
    <>
      <PageHeader title="Payments" lead="Every attempt to pay, as it happens." />
      <Box mb="4">
        <ViewLinks label="Kinds of payments" views={views} />
      </Box>
      <Faces query={query} skeleton={<TableSkeleton what="payments" />}>
        {({ payments }) =>
          payments.totalCount === 0 ? (
            <NoPayments isFiltered={filter !== null} />
          ) : (
            <>
              <DataTable label="Payments" columns={paymentColumns}>
                {payments.edges.map(({ node }) => (
                  <PaymentRow key={node.id} payment={node} />
                ))}
              </DataTable>
              <LoadMore
                list={payments}
                onMore={(after) => query.fetchMore({ variables: { after } })}
              />
            </>
          )
        }
      </Faces>
    </>
  );
}

function NoPayments({ isFiltered }: { isFiltered: boolean }) {
  const action = (to: string, label: string) => (
    <Button asChild variant="outline">
      <Link to={to}>{label}</Link>
    </Button>
  );
  return isFiltered ? (
    <EmptyState kind="no-match" title="No payment matches" action={action('/payments', 'Show all')}>
      No payment stands there now.
    </EmptyState>
  ) : (
    <EmptyState
      kind="nothing-yet"
      title="No payments yet"
      action={action('/invoices', 'Go to the invoices')}
    >
      Send a customer the payment link of an invoice. The payment appears here when it begins.
    </EmptyState>
  );
}
