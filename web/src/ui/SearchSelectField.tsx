import { createListCollection } from '@chakra-ui/react';
import { type ReactNode, type Ref, useMemo, useState } from 'react';
import { ComboField } from './ComboField.tsx';
import type { Option } from './SelectField.tsx';

type Props = {
  readonly label: string;
  readonly options: readonly Option[];
  /** One of the options', or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
  readonly openLabel: string;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  readonly readOnly?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** More is not looked through, and takes its time to draw: typing finds the rest. */
const mostOffered = 100;
const beforeChosen = 20;

/** A choice of one among hundreds: those are offered in which the typed text stands, or those around the chosen one. Emptied, nothing is chosen. */
export function SearchSelectField({ options, value, onChange, ...field }: Props) {
  const [search, setSearch] = useState('');
  const chosen = options.find((option) => option.value === value);
  const collection = useMemo(() => {
    const found = options.filter(({ label }) => label.toLowerCase().includes(search));
    const from = chosen ? Math.max(0, found.indexOf(chosen) - beforeChosen) : 0;
    return createListCollection({ items: found.slice(from, from + mostOffered) });
  }, [options, search, chosen]);
  const follow = (text: string) => {
    setSearch(text === chosen?.label ? '' : text.trim().toLowerCase());
    if (text === '') onChange('');
  };
  return (
    <ComboField
      {...field}
      collection={collection}
      value={value === '' ? null : value}
      onText={follow}
      onChoose={onChange}
      say={({ label }) => label}
    />
  );
}
