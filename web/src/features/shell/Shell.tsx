import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Outlet, ScrollRestoration } from 'react-router';
import { useSession } from '../../apollo/SessionContext.tsx';
import { AppShell } from '../../ui/AppShell.tsx';
import type {
  ShellLogOutMutation,
  ShellLogOutMutationVariables,
  ShellQuery,
  ShellQueryVariables,
} from './Shell.generated.ts';

const SHELL: TypedDocumentNode<ShellQuery, ShellQueryVariables> = gql`
  query Shell {
    me {
      user {
        id
        name
      }
      organization {
        id
        name
      }
    }
  }
`;

const LOG_OUT: TypedDocumentNode<ShellLogOutMutation, ShellLogOutMutationVariables> = gql`
  mutation ShellLogOut {
    logOut {
      ok
    }
  }
`;

/** The frame of all pages of somebody signed in. Stands at once; the names fill in when they come. */
export function Component() {
  const { data } = useQuery(SHELL);
  const session = useSession();
  const [logOut] = useMutation(LOG_OUT);
  const signOut = async () => {
    // Signed out here even when the server can't be told: that is what was asked for.
    await logOut().catch(() => undefined);
    session.end('signed-out');
  };
  const account = {
    name: data?.me?.user.name ?? '',
    organization: data?.me?.organization?.name ?? '',
  };
  return (
    <AppShell account={account} onSignOut={() => void signOut()}>
      <Outlet />
      <ScrollRestoration />
    </AppShell>
  );
}
