import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Box, Button, HStack, Skeleton, Stack, Text } from '@chakra-ui/react';
import { Link } from 'react-router';
import { withHoles } from '../../apollo/deferred-part.ts';
import { Faces } from '../../apollo/Faces.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { actionOf, evidencePath, evidenceText, type Insight } from './insight-links.ts';
import type { InsightsQuery, InsightsQueryVariables } from './InsightsPanel.generated.ts';

export const INSIGHTS: TypedDocumentNode<InsightsQuery, InsightsQueryVariables> = gql`
  query Insights {
    insights {
      id
      kind
      text
      evidence {
        from
        to
        accountCode
        customer {
          id
          name
          email
        }
      }
    }
    accounts {
      id
      code
    }
  }
`;

/** What is worth a look this week: each with its numbers, where they come from, and one thing to do. */
export function InsightsPanel() {
  // A customer who can't be named doesn't take the sentences away.
  const query = useQuery(INSIGHTS, { errorPolicy: 'all' });
  return (
    <Panel title="Worth a look this week">
      <Faces query={withHoles(query)} skeleton={<InsightsSkeleton />}>
        {({ insights, accounts }) =>
          insights.length === 0 ? (
            <Text color="fg.muted">Nothing stands out in last week’s books.</Text>
          ) : (
            <Stack as="ul" listStyleType="none" gap="4">
              {insights.map((insight) => (
                <InsightRow
                  key={insight.id}
                  insight={insight}
                  accountId={idOf(accounts, insight.evidence.accountCode)}
                />
              ))}
            </Stack>
          )
        }
      </Faces>
    </Panel>
  );
}

function InsightRow({ insight, accountId }: { insight: Insight; accountId: string }) {
  const action = actionOf(insight);
  return (
    <Box as="li">
      <Text maxW="72ch">{insight.text}</Text>
      <HStack gap="2" mt="2" wrap="wrap">
        <LinkButton to={evidencePath(insight, accountId)} size="xs" variant="outline">
          {evidenceText(insight)}
        </LinkButton>
        <Button asChild size="xs" variant="ghost">
          {action.to.startsWith('mailto:') ? (
            <a href={action.to}>{action.label}</a>
          ) : (
            <Link to={action.to}>{action.label}</Link>
          )}
        </Button>
      </HStack>
    </Box>
  );
}

const idOf = (accounts: InsightsQuery['accounts'], code: string | null): string =>
  accounts.find((account) => account.code === code)?.id ?? '';

const InsightsSkeleton = () => (
  <Stack gap="3">
    <Skeleton h="5" maxW="60ch" />
    <Skeleton h="5" maxW="48ch" />
  </Stack>
);
