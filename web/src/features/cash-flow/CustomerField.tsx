import { createListCollection } from '@chakra-ui/react';
import { type Ref, useMemo, useState } from 'react';
import { type FoundCustomer, useCustomerSearch } from '../../apollo/use-customer-search.tsx';
import { ComboField } from '../../ui/ComboField.tsx';

type Props = {
  readonly error: string | undefined;
  readonly inputRef: Ref<HTMLInputElement>;
  /** Takes the customer's id; empty when the choice was taken back. */
  readonly onPick: (id: string) => void;
};

/** Which customer a scenario is about, found by typing among all of them. */
export function CustomerField({ error, inputRef, onPick }: Props) {
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<FoundCustomer | null>(null);
  const { found, empty, trouble } = useCustomerSearch(typed, picked);
  const collection = useMemo(
    () =>
      createListCollection({
        items: found,
        itemToValue: ({ id }) => id,
        itemToString: ({ name }) => name,
      }),
    [found],
  );
  const pick = (customer: FoundCustomer | null) => {
    setPicked(customer);
    onPick(customer?.id ?? '');
  };
  const follow = (text: string) => {
    setTyped(text);
    if (text === '') pick(null);
  };
  return (
    <ComboField
      label="Customer"
      error={error}
      hint={trouble}
      empty={empty}
      inputRef={inputRef}
      collection={collection}
      value={picked?.id ?? null}
      onText={follow}
      onChoose={(id) => pick(found.find((customer) => customer.id === id) ?? null)}
      say={({ name }) => name}
      placeholder="Type a name"
      openLabel="Show customers"
    />
  );
}
