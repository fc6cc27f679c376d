import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { answerOf } from './refusal.ts';
import { useSession } from './SessionContext.tsx';
import type {
  RemoveDemoMutation,
  RemoveDemoMutationVariables,
} from './use-remove-demo.generated.ts';

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

/** Removes the sample company and goes on to where the caller then belongs. Answers the refusal's
 * sentence, or null when it is done. */
export function useRemoveDemo(): () => Promise<string | null> {
  const [removeDemo] = useMutation(REMOVE_DEMO, { fetchPolicy: 'no-cache' });
  const client = useApolloClient();
  const session = useSession();
  const navigate = useNavigate();
  return async () => {
    const answer = await answerOf(removeDemo(), (done) => done.removeDemoOrganization);
    if (answer.__typename !== 'DemoOrganizationRemoved') return answer.message;
    // The next session is for the caller's other organization, if there is one.
    const signedIn = await session.refresh();
    await client.clearStore();
    await navigate(signedIn?.organizationId ? '/' : '/welcome', { replace: true });
    return null;
  };
}
