import { Stack } from '@chakra-ui/react';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useForm, type UseFormReturn } from 'react-hook-form';
import * as z from 'zod/mini';
import { Form } from './Form.tsx';
import { FormButtons } from './FormButtons.tsx';
import { FormError } from './FormError.tsx';
import { TextAreaField, TextField } from './TextField.tsx';

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Enter the customer’s name.')),
  email: z.union([z.literal(''), z.email('Enter an email address, or leave it empty.')]),
  address: z.string().check(z.trim()),
});

export type CustomerValues = z.infer<typeof schema>;

type Props = {
  readonly defaultValues: CustomerValues;
  /** The verb on the button. */
  readonly verb: string;
  readonly onCancel: () => void;
  /** Saves; places a refusal in the form it is given. */
  readonly onSave: (values: CustomerValues, form: UseFormReturn<CustomerValues>) => Promise<void>;
};

/** Who an invoice goes to. Used where customers are kept, and where an invoice needs a new one. */
export function CustomerForm({ defaultValues, verb, onCancel, onSave }: Props) {
  const form = useForm({ resolver: standardSchemaResolver(schema), defaultValues });
  const { errors } = form.formState;
  const submit = form.handleSubmit((values) => onSave(values, form));
  return (
    <Form onSend={submit}>
      <Stack gap="4">
        <TextField label="Name" error={errors.name?.message} {...form.register('name')} />
        <TextField
          label="Email"
          type="email"
          hint="Optional. Where the payment link goes."
          error={errors.email?.message}
          {...form.register('email')}
        />
        <TextAreaField
          label="Address"
          hint="Optional. Stands on the invoice."
          error={errors.address?.message}
          {...form.register('address')}
        />
        <FormError message={errors.root?.message} />
        <FormButtons verb={verb} onCancel={onCancel} />
      </Stack>
    </Form>
  );
}

/** As the endpoint wants it: what was left empty is null. */
export function toCustomerInput({ name, email, address }: CustomerValues) {
  return { name, email: email === '' ? null : email, address: address === '' ? null : address };
}
