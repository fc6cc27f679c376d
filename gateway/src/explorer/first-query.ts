import type { IntrospectionMode } from '../introspection/introspection.ts';

const whoSees: Readonly<Record<IntrospectionMode, string>> = {
  everybody: '',
  developers:
    '# The schema is shown to owners and administrators: it appears once the header is there.\n',
  nobody: '# The schema is not shown here; operations can be run all the same.\n',
};

/** What an explorer shows first. It does not send a header of its own: an empty credential would be refused, and the schema with it. */
export const firstQuery = (
  introspection: IntrospectionMode,
): string => `# Log in, then add the header {"authorization": "Bearer <accessToken>"} to see what is yours.
${whoSees[introspection]}mutation LogIn {
  logIn(input: { email: "you@example.com", password: "" }) {
    ... on Session { accessToken expiresAt }
    ... on Refusal { code message }
  }
}

query WhoAmI {
  me {
    user { name email }
    organization { name baseCurrency }
  }
}
`;
