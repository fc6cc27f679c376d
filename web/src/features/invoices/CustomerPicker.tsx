import { createListCollection } from '@chakra-ui/react';
import { type Ref, useMemo, useState } from 'react';
import { type FoundCustomer, useCustomerSearch } from '../../apollo/use-customer-search.tsx';
import { ComboField } from '../../ui/ComboField.tsx';

type Props = {
  readonly picked: FoundCustomer | null;
  readonly error: string | undefined;
  /** Lets the form put the focus here when a customer is missing. */
  readonly inputRef: Ref<HTMLInputElement>;
  readonly onPick: (customer: FoundCustomer) => void;
  /** Somebody new is wanted, by this name. */
  readonly onNew: (name: string) => void;
};

const newId = 'new';

/** Finds a customer by typing; whoever is missing can be added without leaving the invoice. */
export function CustomerPicker({ picked, error, inputRef, onPick, onNew }: Props) {
  const [typed, setTyped] = useState(picked?.name ?? '');
  const { search, found, trouble } = useCustomerSearch(typed, picked);
  const collection = useMemo(
    () =>
      createListCollection({
        items: [...found, { id: newId, name: search, address: null }],
        itemToValue: ({ id }) => id,
        itemToString: ({ name }) => name,
      }),
    [found, search],
  );
  const choose = (id: string) => {
    if (id === newId) return onNew(search);
    const customer = found.find((each) => each.id === id);
    if (customer) onPick(customer);
  };
  return (
    <ComboField
      label="Customer"
      error={error}
      hint={trouble}
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
