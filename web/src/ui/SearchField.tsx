import { Input, InputGroup } from '@chakra-ui/react';
import { Search } from 'lucide-react';
import { useRef, useState } from 'react';

type Props = {
  readonly label: string;
  readonly value: string;
  /** Called when typing pauses. */
  readonly onChange: (value: string) => void;
};

const pauseMs = 250;

/** A search that follows typing without asking at every letter. */
export function SearchField({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (known !== value) {
    // The address changed under the field (back button, "clear filters"): follow it.
    setKnown(value);
    setTyped(value);
  }
  const type = (next: string) => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(next.trim()), pauseMs);
  };
  return (
    <InputGroup startElement={<Search size={16} aria-hidden />} maxW={{ sm: '20rem' }}>
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
    </InputGroup>
  );
}
