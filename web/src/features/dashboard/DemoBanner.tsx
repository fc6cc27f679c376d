import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { Button, HStack, Text } from '@chakra-ui/react';
import { FlaskConical } from 'lucide-react';
import { useNavigate } from 'react-router';
import { answerOf } from '../../apollo/refusal.ts';
import { useSession } from '../../apollo/SessionContext.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import type {
  DemoBannerQuery,
  DemoBannerQueryVariables,
  RemoveDemoMutation,
  RemoveDemoMutationVariables,
} from './DemoBanner.generated.ts';

export const DEMO_BANNER: TypedDocumentNode<DemoBannerQuery, DemoBannerQueryVariables> = gql`
  query DemoBanner {
    me {
      organization {
        id
        isDemo
      }
    }
  }
`;

export const REMOVE_DEMO: TypedDocumentNode<RemoveDemoMutation, RemoveDemoMutationVariables> = gql`
  mutation RemoveDemo {
    removeDemoOrganization {
      ... on DemoOrganizationRemoved {
        organizationId
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`;

/** Says that the data is made up, and removes all of it. */
export function DemoBanner() {
  const { data } = useQuery(DEMO_BANNER);
  const [removeDemo] = useMutation(REMOVE_DEMO, { fetchPolicy: 'no-cache' });
  const client = useApolloClient();
  const session = useSession();
  const navigate = useNavigate();
  if (!data?.me?.organization?.isDemo) return null;
  const remove = async () => {
    const answer = await answerOf(removeDemo(), (done) => done.removeDemoOrganization);
    if (answer.__typename !== 'DemoOrganizationRemoved') return answer.message;
    // The next session is for the caller's other organization, if there is one.
    const signedIn = await session.refresh();
    await client.clearStore();
    await navigate(signedIn?.organizationId ? '/' : '/welcome', { replace: true });
    return null;
  };
  return (
    <HStack
      as="aside"
      aria-label="Sample data"
      bg="brand.subtle"
      borderWidth="1px"
      borderColor="brand.border"
      rounded="xl"
      px="4"
      py="2.5"
      mb="6"
      gap="3"
      wrap="wrap"
      justify="space-between"
      fontSize="sm"
    >
      <HStack gap="2.5">
        <FlaskConical size={18} aria-hidden />
        <Text>You are looking at a sample company. Nothing here is real.</Text>
      </HStack>
      <ConfirmDialog
        title="Remove the sample company?"
        verb="Remove sample data"
        isDangerous
        onConfirm={remove}
        trigger={
          <Button size="xs" variant="outline">
            Remove sample data
          </Button>
        }
      >
        All its customers, invoices, payments and books are deleted. This can’t be undone. You then
        open your own company, with empty books.
      </ConfirmDialog>
    </HStack>
  );
}
