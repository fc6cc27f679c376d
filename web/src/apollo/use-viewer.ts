import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { ViewerQuery, ViewerQueryVariables } from './use-viewer.generated.ts';

export const VIEWER: TypedDocumentNode<ViewerQuery, ViewerQueryVariables> = gql`
  query Viewer {
    me {
      role
      scopes
      organization {
        id
        baseCurrency
        timeZone
      }
    }
  }
`;

/** A scope of the access token that somebody has or has not; what it is to read, every role may. */
export type Right =
  | 'customers:write'
  | 'invoices:write'
  | 'payments:write'
  | 'ledger:write'
  | 'import:write'
  | 'organization:manage';

export type Viewer = {
  /** False until it is known: a button that appears is better than one that fails. */
  readonly can: (right: Right) => boolean;
  readonly isKnown: boolean;
  /** Asked for and not answered yet; neither this nor known where it can't be asked. */
  readonly isComing: boolean;
  /** What the books are kept in; null until it is known. */
  readonly currency: string | null;
  /** What the company's clocks show; undefined until it is known. */
  readonly timeZone: string | undefined;
};

/** What the person in front of the screen may do. The server decides anew at each request. */
export function useViewer(): Viewer {
  const { data, loading } = useQuery(VIEWER, { fetchPolicy: 'cache-first' });
  return {
    can: (right) => data?.me?.scopes.includes(right) ?? false,
    isKnown: data !== undefined,
    isComing: data === undefined && loading,
    currency: data?.me?.organization?.baseCurrency ?? null,
    timeZone: data?.me?.organization?.timeZone,
  };
}
