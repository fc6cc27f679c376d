import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

export type ErrorText = {
  /** First the fact, then the way on. */
  readonly sentence: string;
  /** What the log knows the fault by; null when the request did not reach the server. */
  readonly reference: string | null;
};

/** An unexpected error in words for the person in front of the screen. Refusals are data, not this. */
export function describeError(error: unknown): ErrorText {
  if (CombinedGraphQLErrors.is(error)) return describeGraphQL(error);
  if (ServerError.is(error)) {
    return { sentence: 'The server had a problem. Try again in a moment.', reference: null };
  }
  return {
    sentence: 'FinFlow can’t be reached. Check the connection, then try again.',
    reference: null,
  };
}

function describeGraphQL({ errors }: CombinedGraphQLErrors): ErrorText {
  const [first] = errors;
  const code = first?.extensions?.['code'];
  const id = first?.extensions?.['errorId'] ?? first?.extensions?.['requestId'];
  const reference = typeof id === 'string' ? id : null;
  if (code === 'FORBIDDEN') {
    return { sentence: 'Your role does not allow this. Ask an owner for access.', reference };
  }
  if (code === 'UNAUTHENTICATED') {
    return { sentence: 'Your session has ended. Sign in again.', reference };
  }
  return { sentence: 'Something went wrong on our side. Nothing was lost; try again.', reference };
}
