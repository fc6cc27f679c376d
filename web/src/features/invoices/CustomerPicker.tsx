import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Combobox, createListCollection, Portal } from '@chakra-ui/react';
import { type Ref, useMemo, useState } from 'react';
import { FieldFrame } from '../../ui/TextField.tsx';
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
  const choose = (id: string | undefined) => {
    if (id === newId) return onNew(search);
    const customer = found?.find((each) => each.id === id);
    if (customer) onPick(customer);
  };
  return (
    <FieldFrame label="Customer" error={error}>
      <Combobox.Root
        collection={collection}
        value={picked ? [picked.id] : []}
        onInputValueChange={({ inputValue }) => setTyped(inputValue)}
        onValueChange={({ value }) => choose(value[0])}
        openOnClick
      >
        <Combobox.Control>
          <Combobox.Input
            ref={inputRef}
            placeholder="Type a name"
            bg="bg.panel"
            borderColor="border.emphasized"
          />
          <Combobox.IndicatorGroup>
            <Combobox.Trigger aria-label="Show customers" />
          </Combobox.IndicatorGroup>
        </Combobox.Control>
        <Portal>
          <Combobox.Positioner>
            <Combobox.Content>
              {collection.items.map((item) => (
                <Combobox.Item item={item} key={item.id}>
                  {item.id === newId ? addLabel(item.name) : item.name}
                  <Combobox.ItemIndicator />
                </Combobox.Item>
              ))}
            </Combobox.Content>
          </Combobox.Positioner>
        </Portal>
      </Combobox.Root>
    </FieldFrame>
  );
}

function addLabel(name: string): string {
  return name === '' ? 'Add a new customer' : `Add “${name}”`;
}
