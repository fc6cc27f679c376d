import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Stack, Text } from '@chakra-ui/react';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useForm } from 'react-hook-form';
import { useLocation } from 'react-router';
import * as z from 'zod/mini';
import { hasExpired } from '../../apollo/leave-at-end.ts';
import { answerOf, placeRefusal } from '../../apollo/refusal.ts';
import { Form, SubmitButton } from '../../ui/Form.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { BEGIN_SESSION, useBeginSession } from './begin-session.ts';
import { ExploreButton } from './ExploreButton.tsx';
import { SignInFrame } from './SignInFrame.tsx';
import type { LogInMutation, LogInMutationVariables } from './SignInPage.generated.ts';

export const LOG_IN: TypedDocumentNode<LogInMutation, LogInMutationVariables> = gql`
  mutation LogIn($input: LogInInput!) {
    logIn(input: $input) {
      ...BeginSession_result @unmask
    }
  }
  ${BEGIN_SESSION}
`;

const schema = z.object({
  email: z.email('Enter your email address.'),
  password: z.string().check(z.minLength(1, 'Enter your password.')),
});

/** Nobody chose to leave: it must not look as if what was half typed were still there. */
const itHasEnded =
  'Your session has ended. Sign in to go on where you were. What you had typed and not sent is not kept.';

export function Component() {
  const { search, state } = useLocation();
  const [logIn] = useMutation(LOG_IN, { fetchPolicy: 'no-cache' });
  const beginSession = useBeginSession();
  const form = useForm({
    resolver: standardSchemaResolver(schema),
    defaultValues: { email: '', password: '' },
  });
  const { errors } = form.formState;
  const enter = async (input: z.infer<typeof schema>) => {
    const answer = await answerOf(logIn({ variables: { input } }), (data) => data.logIn);
    const refusal = await beginSession(answer);
    if (refusal) placeRefusal(form, refusal);
  };
  return (
    <SignInFrame title="Sign in" lead={hasExpired(state) ? itHasEnded : 'Welcome back.'}>
      <Form onSend={form.handleSubmit(enter)}>
        <Stack gap="4">
          <TextField
            label="Email"
            type="email"
            autoComplete="username"
            error={errors.email?.message}
            {...form.register('email')}
          />
          <TextField
            label="Password"
            type="password"
            autoComplete="current-password"
            error={errors.password?.message}
            {...form.register('password')}
          />
          <FormError message={errors.root?.message} />
          <SubmitButton size="lg">Sign in</SubmitButton>
        </Stack>
      </Form>
      <ExploreButton enter={enter} />
      <Text color="fg.muted" fontSize="sm">
        New here?{' '}
        <TextLink to={`/register${search}`} variant="underline" color="brand.fg">
          Start with your own company
        </TextLink>
      </Text>
    </SignInFrame>
  );
}
