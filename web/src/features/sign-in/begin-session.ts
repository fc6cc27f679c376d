import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Fault, Refused } from '../../apollo/refusal.ts';
import { useSession } from '../../apollo/SessionContext.tsx';
import { nextPath } from '../../lib/sign-in-path.ts';
import type { BeginSession_ResultFragment } from './begin-session.generated.ts';

/** Every mutation that opens a session answers this. */
export const BEGIN_SESSION: TypedDocumentNode<BeginSession_ResultFragment> = gql`
  fragment BeginSession_result on SessionResult {
    ... on Session {
      accessToken
      userId
      organizationId
    }
    ... on Refusal {
      code
      message
      field
    }
  }
`;

type Answer = BeginSession_ResultFragment | Fault;

/** Enters the app with what a sign-in answered. Answers the refusal when there is one. */
export function useBeginSession(): (answer: Answer) => Promise<Refused | null> {
  const session = useSession();
  const client = useApolloClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  return async (answer) => {
    if (answer.__typename !== 'Session') return answer;
    session.begin({
      accessToken: answer.accessToken,
      userId: answer.userId,
      organizationId: answer.organizationId,
    });
    await client.clearStore();
    await navigate(nextPath(params), { replace: true });
    return null;
  };
}
