import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useSession } from './SessionContext.tsx';
import type { SignOutMutation, SignOutMutationVariables } from './use-sign-out.generated.ts';

const SIGN_OUT: TypedDocumentNode<SignOutMutation, SignOutMutationVariables> = gql`
  mutation SignOut {
    logOut {
      ok
    }
  }
`;

/** Ends this session, here and on the server. */
export function useSignOut(): () => Promise<void> {
  const session = useSession();
  const [signOut] = useMutation(SIGN_OUT);
  return async () => {
    // Signed out here even when the server can't be told: that is what was asked for.
    await signOut().catch(() => undefined);
    session.end('signed-out');
  };
}
