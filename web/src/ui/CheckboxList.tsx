import { chakra, Fieldset, Stack } from '@chakra-ui/react';
import { type Ref, useId } from 'react';
import type { Option } from './SelectField.tsx';

type Props = {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly error?: string | undefined;
  /** Lets a form put the focus on the first. */
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** A choice of several among few, by the browser's own checkboxes. */
export function CheckboxList({ label, options, value, onChange, error, inputRef }: Props) {
  const errorId = useId();
  const toggle = (option: string, isChosen: boolean) =>
    onChange(isChosen ? [...value, option] : value.filter((chosen) => chosen !== option));
  return (
    <Fieldset.Root invalid={Boolean(error)}>
      <Fieldset.Legend fontSize="sm" fontWeight="medium">
        {label}
      </Fieldset.Legend>
      <Stack gap="2">
        {options.map((option, at) => (
          <chakra.label key={option.value} display="flex" gap="2" alignItems="center" fontSize="sm">
            <chakra.input
              ref={at === 0 ? inputRef : undefined}
              type="checkbox"
              aria-invalid={error !== undefined}
              aria-describedby={error === undefined ? undefined : errorId}
              accentColor="brand.solid"
              checked={value.includes(option.value)}
              onChange={({ target }) => toggle(option.value, target.checked)}
            />
            {option.label}
          </chakra.label>
        ))}
      </Stack>
      <Fieldset.ErrorText id={errorId}>{error}</Fieldset.ErrorText>
    </Fieldset.Root>
  );
}
