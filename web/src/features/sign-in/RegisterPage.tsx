import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Stack, Text } from '@chakra-ui/react';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useController, useForm, type UseFormReturn } from 'react-hook-form';
import { useLocation } from 'react-router';
import * as z from 'zod/mini';
import { answerOf, placeRefusal } from '../../apollo/refusal.ts';
import { currencyOptions } from '../../lib/currency-options.ts';
import { browserPlace } from '../../lib/place-options.ts';
import { Form, SubmitButton } from '../../ui/Form.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { PlaceFields } from '../../ui/PlaceFields.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { BEGIN_SESSION, useBeginSession } from './begin-session.ts';
import { ExploreButton } from './ExploreButton.tsx';
import { SignInFrame } from './SignInFrame.tsx';
import { LOG_IN } from './SignInPage.tsx';
import type { RegisterMutation, RegisterMutationVariables } from './RegisterPage.generated.ts';

export const REGISTER: TypedDocumentNode<RegisterMutation, RegisterMutationVariables> = gql`
  mutation Register($input: RegisterInput!) {
    register(input: $input) {
      ...BeginSession_result @unmask
    }
  }
  ${BEGIN_SESSION}
`;

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, 'Enter your name.')),
  email: z.email('Enter an email address.'),
  password: z.string().check(z.minLength(10, 'Use at least 10 characters.')),
  organizationName: z.string().check(z.trim(), z.minLength(1, 'Enter your company’s name.')),
  baseCurrency: z.string(),
  country: z.string(),
  timeZone: z.string().check(z.minLength(1, 'Choose a time zone.')),
});
type Values = z.infer<typeof schema>;

export function Component() {
  const { search } = useLocation();
  const [register] = useMutation(REGISTER, { fetchPolicy: 'no-cache' });
  const [logIn] = useMutation(LOG_IN, { fetchPolicy: 'no-cache' });
  const beginSession = useBeginSession();
  const form = useForm<Values>({
    resolver: standardSchemaResolver(schema),
    defaultValues: {
      name: '',
      email: '',
      password: '',
      organizationName: '',
      baseCurrency: 'EUR',
      ...browserPlace(),
    },
  });
  const submit = form.handleSubmit(async (values) => {
    const input = { ...values, country: values.country || null };
    const sent = register({ variables: { input } });
    const refusal = await beginSession(await answerOf(sent, (data) => data.register));
    if (refusal) placeRefusal(form, refusal);
  });
  const explore = async (input: { email: string; password: string }) => {
    const sent = logIn({ variables: { input } });
    const refusal = await beginSession(await answerOf(sent, (data) => data.logIn));
    if (refusal) placeRefusal(form, { ...refusal, field: null });
  };
  return (
    <SignInFrame title="Start with your company" lead="Empty books, ready for your first invoice.">
      <Form onSend={submit}>
        <RegisterFields form={form} />
      </Form>
      <ExploreButton enter={explore} />
      <Text color="fg.muted" fontSize="sm">
        Have an account?{' '}
        <TextLink to={`/sign-in${search}`} variant="underline" color="brand.fg">
          Sign in
        </TextLink>
      </Text>
    </SignInFrame>
  );
}

function RegisterFields({ form }: { form: UseFormReturn<Values> }) {
  // First, as on the page: the focus goes to the first wrong field in the order in which the form came to know them.
  const name = form.register('name');
  const email = form.register('email');
  const password = form.register('password');
  const organizationName = form.register('organizationName');
  const country = useController({ control: form.control, name: 'country' });
  const timeZone = useController({ control: form.control, name: 'timeZone' });
  const { errors } = form.formState;
  return (
    <Stack gap="4">
      <TextField label="Your name" autoComplete="name" error={errors.name?.message} {...name} />
      <TextField
        label="Email"
        type="email"
        autoComplete="username"
        error={errors.email?.message}
        {...email}
      />
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        hint="At least 10 characters. A few words are easy to remember and hard to guess."
        error={errors.password?.message}
        {...password}
      />
      <TextField
        label="Company"
        autoComplete="organization"
        error={errors.organizationName?.message}
        {...organizationName}
      />
      <SelectField
        label="Base currency"
        options={currencyOptions()}
        error={errors.baseCurrency?.message}
        {...form.register('baseCurrency')}
      />
      <PlaceFields country={country} timeZone={timeZone} />
      <FormError message={errors.root?.message} />
      <SubmitButton size="lg">Create the company</SubmitButton>
    </Stack>
  );
}
