import { Input, InputGroup } from '@chakra-ui/react';
import type { ComponentProps, Ref } from 'react';
import { FieldFrame } from './TextField.tsx';

type Props = Omit<ComponentProps<typeof Input>, 'size'> & {
  readonly label: string;
  readonly currency: string;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly hideLabel?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
};

/** An amount as text, beside its currency. lib/parse-amount.ts turns it into minor units. */
export function AmountField({ label, currency, error, hint, hideLabel, ref, ...input }: Props) {
  return (
    <FieldFrame {...{ label, error, hint }} hideLabel={hideLabel ?? false}>
      <InputGroup endAddon={currency}>
        <Input ref={ref} inputMode="decimal" autoComplete="off" textAlign="end" {...input} />
      </InputGroup>
    </FieldFrame>
  );
}
