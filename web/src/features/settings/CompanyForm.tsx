import { HStack, Stack, Text } from '@chakra-ui/react';
import { useController, useForm } from 'react-hook-form';
import { placeRefusal, type Refused } from '../../apollo/refusal.ts';
import { Form, SubmitButton } from '../../ui/Form.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { PlaceFields } from '../../ui/PlaceFields.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toaster } from '../../ui/toaster.ts';

export type CompanyValues = {
  readonly name: string;
  /** ISO 3166-1 alpha-2; empty where nobody has said. */
  readonly country: string;
  readonly timeZone: string;
};

type Props = {
  readonly company: CompanyValues;
  /** Why it can't be changed, when it can't. */
  readonly lockedBecause?: string | undefined;
  /** Answers the refusal, or null when it is saved. */
  readonly onSave: (company: CompanyValues) => Promise<Refused | null>;
};

/** What a company is called and where it is. */
export function CompanyForm({ company, lockedBecause, onSave }: Props) {
  const isLocked = lockedBecause !== undefined;
  const form = useForm<CompanyValues>({ values: company });
  const { control } = form;
  const { errors, isDirty } = form.formState;
  // First, as on the page: the focus goes to the first wrong field in the order in which the form came to know them.
  const name = form.register('name', { required: 'Enter a name.' });
  const country = useController({ control, name: 'country' });
  const timeZone = useController({
    control,
    name: 'timeZone',
    rules: { required: 'Choose a time zone.' },
  });
  const submit = form.handleSubmit(async (values) => {
    const refusal = await onSave({ ...values, name: values.name.trim() });
    if (refusal) return placeRefusal(form, refusal);
    toaster.success({ title: 'Saved' });
  });
  return (
    <Form onSend={submit}>
      <Stack gap="4">
        <TextField
          label="Company name"
          autoComplete="off"
          readOnly={isLocked}
          error={errors.name?.message}
          {...name}
        />
        <PlaceFields country={country} timeZone={timeZone} readOnly={isLocked} />
        <FormError message={errors.root?.message} />
        <HStack justify="space-between" gap="3">
          <Text color="fg.muted" fontSize="sm">
            {lockedBecause}
          </Text>
          {!isLocked && (
            <SubmitButton variant="outline" disabled={!isDirty}>
              Save
            </SubmitButton>
          )}
        </HStack>
      </Stack>
    </Form>
  );
}
