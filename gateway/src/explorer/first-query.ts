/** What an explorer shows first. It does not send a header of its own: an empty credential would be refused, and the schema with it. */
export const firstQuery = `# Log in, then add the header {"authorization": "Bearer <accessToken>"} to see what is yours.
mutation LogIn {
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
