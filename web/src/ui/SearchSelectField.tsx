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

/** More is not looked through: typing finds the rest. */
const mostOffered = 50;

/** A choice of one among hundreds: those are offered in which the typed text stands. Emptied, nothing is chosen. */
export function SearchSelectField({ options, value, onChange, ...field }: Props) {
  const [search, setSearch] = useState('');
  const chosen = options.find((option) => option.value === value);
  const collection = useMemo(() => {
    const isFound = ({ label }: Option) => label.toLowerCase().includes(search);
    const found = options.filter(isFound).slice(0, mostOffered);
    const isMissing = search === '' && chosen && !found.includes(chosen);
    return createListCollection({ items: isMissing ? [...found, chosen] : found });
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
