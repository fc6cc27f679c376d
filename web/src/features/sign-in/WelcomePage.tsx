import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Stack } from '@chakra-ui/react';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useController, useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { answerOf, placeRefusal } from '../../apollo/refusal.ts';
import { currencyOptions } from '../../lib/currency-options.ts';
import { browserPlace } from '../../lib/place-options.ts';
import { Form, SubmitButton } from '../../ui/Form.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { PlaceFields } from '../../ui/PlaceFields.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { BEGIN_SESSION, useBeginSession } from './begin-session.ts';
import { SignInFrame } from './SignInFrame.tsx';
import type {
  CreateOrganizationMutation,
  CreateOrganizationMutationVariables,
} from './WelcomePage.generated.ts';

export const CREATE_ORGANIZATION: TypedDocumentNode<
  CreateOrganizationMutation,
  CreateOrganizationMutationVariables
> = gql`
  mutation CreateOrganization($input: CreateOrganizationInput!) {
    createOrganization(input: $input) {
      ...BeginSession_result @unmask
    }
  }
  ${BEGIN_SESSION}
`;

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Enter your company’s name.')),
  baseCurrency: z.string(),
  country: z.string(),
  timeZone: z.string().check(z.minLength(1, 'Choose a time zone.')),
});

/** For somebody who belongs to no organization, as after the sample company was removed. */
export function Component() {
  const [createOrganization] = useMutation(CREATE_ORGANIZATION, { fetchPolicy: 'no-cache' });
  const beginSession = useBeginSession();
  const form = useForm({
    resolver: standardSchemaResolver(schema),
    defaultValues: { name: '', baseCurrency: 'EUR', ...browserPlace() },
  });
  // First, as on the page: the focus goes to the first wrong field in the order in which the form came to know them.
  const name = form.register('name');
  const country = useController({ control: form.control, name: 'country' });
  const timeZone = useController({ control: form.control, name: 'timeZone' });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const input = { ...values, country: values.country || null };
    const sent = createOrganization({ variables: { input } });
    const refusal = await beginSession(await answerOf(sent, (data) => data.createOrganization));
    if (refusal) placeRefusal(form, refusal);
  });
  return (
    <SignInFrame title="Open your company" lead="Its books start empty, with a chart of accounts.">
      <Form onSend={submit}>
        <Stack gap="4">
          <TextField
            label="Company"
            autoComplete="organization"
            error={errors.name?.message}
            {...name}
          />
          <SelectField
            label="Base currency"
            options={currencyOptions()}
            error={errors.baseCurrency?.message}
            {...form.register('baseCurrency')}
          />
          <PlaceFields country={country} timeZone={timeZone} />
          <FormError message={errors.root?.message} />
          <SubmitButton size="lg">Open the company</SubmitButton>
        </Stack>
      </Form>
    </SignInFrame>
  );
}
