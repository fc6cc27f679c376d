import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery, useSubscription } from '@apollo/client/react';
import { Allowed } from '../../apollo/Allowed.tsx';
import { Faces } from '../../apollo/Faces.tsx';
import { NewEntry } from '../../apollo/NewLinks.tsx';
import { useRefetchSoon } from '../../apollo/use-refetch-soon.ts';
import { useViewer } from '../../apollo/use-viewer.ts';
import { countOf } from '../../lib/count-of.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import type {
  CategorizeQuery,
  CategorizeQueryVariables,
  CategoryDecidedSubscription,
  CategoryDecidedSubscriptionVariables,
} from './CategorizePage.generated.ts';
import { ModelSheet, ModelsLink } from './model/ModelSheet.tsx';
import { ReviewQueue } from './ReviewQueue.tsx';
import { ThresholdField, ThresholdSkeleton } from './ThresholdField.tsx';
import { WAITING_ROW } from './WaitingRow.tsx';

export const CATEGORIZE: TypedDocumentNode<CategorizeQuery, CategorizeQueryVariables> = gql`
  query Categorize($after: String) {
    transactions(first: 50, after: $after, filter: { needsReview: true }) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        cursor
        node {
          id
          text
          needsReview
          suggestion {
            confidence
            category {
              code
            }
          }
          ...WaitingRow_transaction
        }
      }
    }
    categorySettings {
      threshold
    }
    everything: transactions(first: 1) {
      totalCount
    }
  }
  ${WAITING_ROW}
`;

const CATEGORY_DECIDED: TypedDocumentNode<
  CategoryDecidedSubscription,
  CategoryDecidedSubscriptionVariables
> = gql`
  subscription CategoryDecided {
    transactionCategorized {
      id
      needsReview
      categorizedBy
      category {
        code
        name
      }
    }
  }
`;

/**
 * Expenses that wait for somebody to say what they were for, one after the other, by keyboard or by hand. What is decided elsewhere leaves
 * the list as soon as the cache is told; what that does to other suggestions is read anew.
 */
export function Component() {
  const query = useQuery(CATEGORIZE);
  const { can, isKnown, isComing } = useViewer();
  // Of a query that failed nothing comes, and of somebody who may not decide neither.
  const isThresholdComing = query.data
    ? isComing
    : query.loading && (!isKnown || can('ledger:write'));
  const refetchSoon = useRefetchSoon(query.refetch);
  useSubscription(CATEGORY_DECIDED, { onData: refetchSoon, ignoreResults: true });
  return (
    <>
      <PageHeader
        title="Categorize"
        lead="FinFlow asks where it is not sure. What you say it remembers, for the next of its kind too."
        actions={
          <>
            {isThresholdComing && <ThresholdSkeleton />}
            {query.data && (
              <Allowed right="ledger:write">
                <ThresholdField
                  threshold={query.data.categorySettings.threshold}
                  onSet={() => query.refetch()}
                />
              </Allowed>
            )}
            <ModelsLink />
          </>
        }
      />
      <Faces query={query} skeleton={<TableSkeleton what="expenses" />}>
        {({ transactions, everything }) => (
          <ReviewQueue
            list={transactions}
            onDecided={refetchSoon}
            onMore={(after) => query.fetchMore({ variables: { after } })}
            whenEmpty={<NothingWaits expenseCount={everything.totalCount} />}
          />
        )}
      </Faces>
      <ModelSheet />
    </>
  );
}

function NothingWaits({ expenseCount }: { expenseCount: number }) {
  if (expenseCount === 0) {
    return (
      <EmptyState kind="nothing-yet" title="No expenses yet" action={<NewEntry />}>
        What is paid from the bank and booked on “Uncategorized expenses” is asked about here.
      </EmptyState>
    );
  }
  return (
    <EmptyState kind="all-done" title="Everything has its category">
      {countOf(expenseCount, 'expense')} in all. New ones that FinFlow is not sure about wait here.
    </EmptyState>
  );
}
