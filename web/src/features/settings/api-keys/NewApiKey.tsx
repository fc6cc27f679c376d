import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Stack } from '@chakra-ui/react';
import { useState } from 'react';
import { useController, useForm } from 'react-hook-form';
import { checkDay } from '../../../lib/day-rule.ts';
import { answerOf, placeRefusal } from '../../../apollo/refusal.ts';
import { CheckboxList } from '../../../ui/CheckboxList.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { Form } from '../../../ui/Form.tsx';
import { FormButtons } from '../../../ui/FormButtons.tsx';
import { FormError } from '../../../ui/FormError.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { apiKeyScopes } from './api-key-scopes.ts';
import type { CreateApiKeyMutation, CreateApiKeyMutationVariables } from './NewApiKey.generated.ts';
import { NewSecret } from './NewSecret.tsx';

export const CREATE_API_KEY: TypedDocumentNode<
  CreateApiKeyMutation,
  CreateApiKeyMutationVariables
> = gql`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      ... on ApiKeyCreated {
        secret
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`;

const scopesOfNone: readonly string[] = [];
const empty = { name: '', scopes: scopesOfNone, expiresOn: '' };

/** Makes a key, then shows it. Neither form nor cache keeps it. */
export function NewApiKey({ onDone }: { onDone: () => void }) {
  const [createApiKey] = useMutation(CREATE_API_KEY, {
    fetchPolicy: 'no-cache',
    refetchQueries: ['ApiKeys'],
  });
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm({ defaultValues: empty });
  const { errors } = form.formState;
  // First, as on the page: the focus goes to the first wrong field in the order in which the form came to know them.
  const name = form.register('name', { required: 'Enter a name.' });
  const scopes = useController({
    control: form.control,
    name: 'scopes',
    rules: { validate: (chosen) => chosen.length > 0 || 'Choose what the key may do.' },
  });
  const submit = form.handleSubmit(async (values) => {
    const expiresOn = values.expiresOn || null;
    const input = { name: values.name.trim(), scopes: [...values.scopes], expiresOn };
    const sent = createApiKey({ variables: { input } });
    const answer = await answerOf(sent, (data) => data.createApiKey);
    if (answer.__typename !== 'ApiKeyCreated') return placeRefusal(form, answer);
    setSecret(answer.secret);
  });
  if (secret !== null) return <NewSecret secret={secret} onDone={onDone} />;
  return (
    <Form onSend={submit}>
      <Stack gap="4">
        <TextField
          label="Name"
          hint="Which program uses it, such as “Online shop”."
          autoComplete="off"
          error={errors.name?.message}
          {...name}
        />
        <CheckboxList
          label="What it may do"
          options={apiKeyScopes}
          value={scopes.field.value}
          onChange={scopes.field.onChange}
          error={errors.scopes?.message}
          inputRef={scopes.field.ref}
        />
        <DateField
          label="Last day (optional)"
          hint="Without it the key works until it is revoked."
          error={errors.expiresOn?.message}
          {...form.register('expiresOn', { validate: checkDay })}
        />
        <FormError message={errors.root?.message} />
        <FormButtons verb="Make key" onCancel={onDone} />
      </Stack>
    </Form>
  );
}
