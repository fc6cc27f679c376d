import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Outlet, ScrollRestoration } from 'react-router';
import { useSignOut } from '../../apollo/use-sign-out.ts';
import { useOpenAnomalies } from './use-open-anomalies.ts';
import { AppShell } from '../../ui/AppShell.tsx';
import type { ShellQuery, ShellQueryVariables } from './Shell.generated.ts';

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

/** The frame of all pages of somebody signed in. Stands at once; the names fill in when they come. */
export function Component() {
  const { data } = useQuery(SHELL);
  const signOut = useSignOut();
  const waiting = { '/anomalies': useOpenAnomalies() };
  const account = {
    name: data?.me?.user.name ?? '',
    organization: data?.me?.organization?.name ?? '',
  };
  return (
    <AppShell account={account} onSignOut={() => void signOut()} waiting={waiting}>
      <Outlet />
      <ScrollRestoration />
    </AppShell>
  );
}
