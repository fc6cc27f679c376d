import { gql, type TypedDocumentNode } from '@apollo/client';
import { skipToken, useQuery } from '@apollo/client/react';
import type {
  ScenarioCustomerQuery,
  ScenarioCustomerQueryVariables,
} from './use-customer-name.generated.ts';

export const SCENARIO_CUSTOMER: TypedDocumentNode<
  ScenarioCustomerQuery,
  ScenarioCustomerQueryVariables
> = gql`
  query ScenarioCustomer($id: ID!) {
    customer(id: $id) {
      id
      name
    }
  }
`;

/** The customer's name; "A customer" until it is known, and where it can't be: a scenario is understood without. Of a chosen one nothing is asked. */
export function useCustomerName(id: string | null): string {
  const { data } = useQuery(
    SCENARIO_CUSTOMER,
    id === null ? skipToken : { variables: { id }, fetchPolicy: 'cache-first' },
  );
  return data?.customer?.name ?? 'A customer';
}
