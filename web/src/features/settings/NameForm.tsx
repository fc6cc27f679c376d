import { HStack, Stack } from '@chakra-ui/react';
import { useForm } from 'react-hook-form';
import { placeRefusal, type Refused } from '../../apollo/refusal.ts';
import { Form, SubmitButton } from '../../ui/Form.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toaster } from '../../ui/toaster.ts';

type Props = {
  readonly label: string;
  readonly name: string;
  /** Answers the refusal, or null when it is saved. */
  readonly onSave: (name: string) => Promise<Refused | null>;
};

/** One name that can be changed. */
export function NameForm({ label, name, onSave }: Props) {
  const form = useForm({ values: { name } });
  const { errors, isDirty } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const refusal = await onSave(values.name.trim());
    if (refusal) return placeRefusal(form, refusal);
    toaster.success({ title: 'Saved' });
  });
  return (
    <Form onSend={submit}>
      <Stack gap="3">
        <HStack align="end" gap="3">
          <TextField
            label={label}
            autoComplete="off"
            error={errors.name?.message}
            {...form.register('name', { required: 'Enter a name.' })}
          />
          <SubmitButton variant="outline" disabled={!isDirty}>
            Save
          </SubmitButton>
        </HStack>
        <FormError message={errors.root?.message} />
      </Stack>
    </Form>
  );
}
