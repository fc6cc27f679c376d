import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { Option } from '../../ui/SelectField.tsx';
import type {
  CashFlowCustomersQuery,
  CashFlowCustomersQueryVariables,
} from './use-customer-options.generated.ts';

export const CASH_FLOW_CUSTOMERS: TypedDocumentNode<
  CashFlowCustomersQuery,
  CashFlowCustomersQueryVariables
> = gql`
  query CashFlowCustomers {
    customers(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`;

type Customers = {
  /** Null while they are on their way; none when they can't be had, for a scenario can do without. */
  readonly options: readonly Option[] | null;
  readonly nameOf: (id: string) => string;
};

/** The customers that a scenario can be about, and their names. */
export function useCustomerOptions(): Customers {
  const { data, error } = useQuery(CASH_FLOW_CUSTOMERS);
  const known = data?.customers.edges.map(({ node }) => ({ value: node.id, label: node.name }));
  const options = known ?? (error ? [] : null);
  return {
    options,
    nameOf: (id) => options?.find(({ value }) => value === id)?.label ?? 'A customer',
  };
}
