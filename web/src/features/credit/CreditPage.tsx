import { useQuery } from '@apollo/client/react';
import { SimpleGrid, Stack } from '@chakra-ui/react';
import { Allowed } from '../../apollo/Allowed.tsx';
import { Faces } from '../../apollo/Faces.tsx';
import { useRefetchOn } from '../../apollo/use-refetch-on.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import { CREDIT, CREDIT_FORECAST } from './credit-page.queries.ts';
import type { CreditQuery } from './credit-page.queries.generated.ts';
import { HistoryPanel } from './HistoryPanel.tsx';
import { ImprovementsPanel } from './ImprovementsPanel.tsx';
import { OffersPanel } from './OffersPanel.tsx';
import { ReasonsPanel } from './ReasonsPanel.tsx';
import { ScorePanel } from './ScorePanel.tsx';

/** The business's credit score: what it is, why, what would raise it, and what it would be worth. */
export function Component() {
  const query = useQuery(CREDIT);
  useRefetchOn(CREDIT_FORECAST, query.refetch);
  return (
    <>
      <PageHeader
        title="Credit"
        lead="How safe a lender would find the business, from its own books alone."
      />
      <Faces query={query} skeleton={<TableSkeleton what="the credit score" />}>
        {(credit) => <Credit credit={credit} />}
      </Faces>
    </>
  );
}

function Credit({ credit }: { credit: CreditQuery }) {
  const { creditScore, creditScores, loanOffers } = credit;
  if (creditScore?.__typename !== 'CreditScore') {
    return (
      <EmptyState
        kind="nothing-yet"
        title="No score yet"
        action={
          <Allowed right="import:write">
            <LinkButton to="/import">Import past invoices</LinkButton>
          </Allowed>
        }
      >
        {creditScore?.message ?? 'A score follows from three months of invoices and costs.'}
      </EmptyState>
    );
  }
  return (
    <Stack gap="5">
      <SimpleGrid columns={{ base: 1, lg: 2 }} gap="5">
        <ScorePanel score={creditScore} />
        <HistoryPanel points={creditScores} />
      </SimpleGrid>
      <SimpleGrid columns={{ base: 1, lg: 2 }} gap="5" alignItems="start">
        <ReasonsPanel score={creditScore} />
        <ImprovementsPanel score={creditScore} />
      </SimpleGrid>
      {loanOffers?.__typename === 'LoanOffers' && <OffersPanel offers={loanOffers} />}
    </Stack>
  );
}
