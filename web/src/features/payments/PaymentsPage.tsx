import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useSearchParams } from 'react-router';
import { Faces } from '../../apollo/Faces.tsx';
import { useRefetchOn } from '../../apollo/use-refetch-on.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
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
  useRefetchOn(PAYMENTS_CHANGED, query.refetch);
  const views = paymentViews.map((view) => ({
    label: view.label,
    to: paymentsPath(view.status),
    isShown: view.status.join() === status.join(),
  }));
  return (
    <>
      <PageHeader title="Payments" lead="Every attempt to pay, as it happens." />
      <ViewLinks mb="4" label="Kinds of payments" views={views} />
      <Faces query={query} skeleton={<TableSkeleton what="payments" />}>
        {({ payments }) => (
          <PagedTable
            label="Payments"
            columns={paymentColumns}
            list={payments}
            onMore={(after) => query.fetchMore({ variables: { after } })}
            whenEmpty={<NoPayments isFiltered={filter !== null} />}
          >
            {(payment) => <PaymentRow key={payment.id} payment={payment} />}
          </PagedTable>
        )}
      </Faces>
    </>
  );
}

function NoPayments({ isFiltered }: { isFiltered: boolean }) {
  const action = (to: string, label: string) => (
    <LinkButton to={to} variant="outline">
      {label}
    </LinkButton>
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
