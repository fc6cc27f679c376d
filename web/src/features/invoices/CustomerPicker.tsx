import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { createListCollection } from '@chakra-ui/react';
import { type Ref, useMemo, useState } from 'react';
import { ComboField } from '../../ui/ComboField.tsx';
import type {
  CustomerPickerQuery,
  CustomerPickerQueryVariables,
} from './CustomerPicker.generated.ts';

export const CUSTOMER_PICKER: TypedDocumentNode<CustomerPickerQuery, CustomerPickerQueryVariables> =
  gql`
    query CustomerPicker($search: String) {
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

export type PickedCustomer = {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
};

type Props = {
  readonly picked: PickedCustomer | null;
  readonly error: string | undefined;
  /** Lets the form put the focus here when a customer is missing. */
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onPick: (customer: PickedCustomer) => void;
  /** Somebody new is wanted, by this name. */
  readonly onNew: (name: string) => void;
};

const newId = 'new';

/** Finds a customer by typing; whoever is missing can be added without leaving the invoice. */
export function CustomerPicker({ picked, error, inputRef, onPick, onNew }: Props) {
  const [typed, setTyped] = useState(picked?.name ?? '');
  const search = typed === picked?.name ? '' : typed.trim();
  const { data, previousData } = useQuery(CUSTOMER_PICKER, {
    variables: { search: search === '' ? null : search },
  });
  const found = (data ?? previousData)?.customers.edges.map(({ node }) => node);
  const collection = useMemo(() => {
    const add = { id: newId, name: search, address: null };
    const isMissing = picked !== null && !found?.some(({ id }) => id === picked.id);
    return createListCollection({
      items: [...(found ?? []), ...(isMissing ? [picked] : []), add],
      itemToValue: ({ id }) => id,
      itemToString: ({ name }) => name,
    });
  }, [found, picked, search]);
  const choose = (id: string) => {
    if (id === newId) return onNew(search);
    const customer = found?.find((each) => each.id === id);
    if (customer) onPick(customer);
  };
  return (
    <ComboField
      label="Customer"
      error={error}
      inputRef={inputRef}
      collection={collection}
      value={picked?.id ?? null}
      onText={setTyped}
      onChoose={choose}
      say={({ id, name }) => (id === newId ? addLabel(name) : name)}
      placeholder="Type a name"
      openLabel="Show customers"
    />
  );
}

function addLabel(name: string): string {
  return name === '' ? 'Add a new customer' : `Add “${name}”`;
}
