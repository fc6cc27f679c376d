import { NativeSelect } from '@chakra-ui/react';
import type { ComponentProps, Ref } from 'react';
import { FieldFrame } from './TextField.tsx';

export type Option = { readonly value: string; readonly label: string };

type Props = Omit<ComponentProps<typeof NativeSelect.Field>, 'children'> & {
  readonly label: string;
  readonly options: readonly Option[];
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
  readonly required?: boolean;
  readonly ref?: Ref<HTMLSelectElement>;
};

/** A choice of one among few. */
export function SelectField({ label, options, error, hideLabel, required, ref, ...select }: Props) {
  return (
    <FieldFrame {...{ label, error }} hideLabel={hideLabel ?? false} required={required ?? false}>
      <NativeSelect.Root size="md">
        <NativeSelect.Field ref={ref} bg="bg.panel" borderColor="border.emphasized" {...select}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </NativeSelect.Field>
        <NativeSelect.Indicator />
      </NativeSelect.Root>
    </FieldFrame>
  );
}
