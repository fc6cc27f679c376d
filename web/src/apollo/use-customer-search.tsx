import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, HStack, Text } from '@chakra-ui/react';
import { type ReactNode, useMemo } from 'react';
import { describeError } from './error-text.ts';
import type {
  CustomerSearchQuery,
  CustomerSearchQueryVariables,
} from './use-customer-search.generated.ts';

export const CUSTOMER_SEARCH: TypedDocumentNode<CustomerSearchQuery, CustomerSearchQueryVariables> =
  gql`
    query CustomerSearch($search: String) {
      customers(first: 20, search: $search) {
        edges {
          node {
            id
            name
            address
          }
        }
      }
    }
  `;

export type FoundCustomer = {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
};

type Search = {
  /** What is looked for; empty for all. */
  readonly search: string;
  /** Those of the search before while the next is on its way; the picked one is always among them. */
  readonly found: readonly FoundCustomer[];
  /** What a list without any says. */
  readonly empty: string;
  /** That they can't be had, with a way to ask again; none while all is well. */
  readonly trouble: ReactNode;
};

/**
 * Customers by what was typed, among all that there are; the first by name where nothing was.
 * @param picked who is chosen: its own name isn't looked for, so that the list opens whole
 */
export function useCustomerSearch(typed: string, picked: FoundCustomer | null): Search {
  const search = typed === picked?.name ? '' : typed.trim();
  const { data, previousData, error, refetch } = useQuery(CUSTOMER_SEARCH, {
    variables: { search: search === '' ? null : search },
  });
  const shown = data ?? (error ? undefined : previousData);
  const found = useMemo(() => {
    const customers = shown?.customers.edges.map(({ node }) => node) ?? [];
    const isMissing = picked !== null && !customers.some(({ id }) => id === picked.id);
    return isMissing ? [...customers, picked] : customers;
  }, [shown, picked]);
  return {
    search,
    found,
    empty: emptyText({ isFailed: Boolean(error), isLoading: !shown, search }),
    trouble: error && (
      <HStack justify="space-between" role="alert">
        <Text>{`The customers can’t be shown. ${describeError(error).sentence}`}</Text>
        <Button size="xs" variant="outline" onClick={() => void refetch()}>
          Try again
        </Button>
      </HStack>
    ),
  };
}

type State = { readonly isFailed: boolean; readonly isLoading: boolean; readonly search: string };

function emptyText({ isFailed, isLoading, search }: State): string {
  if (isFailed) return 'The customers can’t be shown.';
  if (isLoading) return 'Looking for customers ...';
  return search === '' ? 'No customers yet.' : 'No customer matches.';
}
