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
  const errorId = first?.extensions?.['errorId'];
  const reference = typeof errorId === 'string' ? errorId : null;
  if (code === 'FORBIDDEN') {
    return { sentence: 'Your role does not allow this. Ask an owner for access.', reference };
  }
  if (code === 'UNAUTHENTICATED') {
    return { sentence: 'Your session has ended. Sign in again.', reference };
  }
  if (first && typeof code === 'string' && forReaders.has(code)) {
    return { sentence: first.message, reference };
  }
  return { sentence: 'Something went wrong on our side. Nothing was lost; try again.', reference };
}

/** True when asking again may help: what is wrong is not the question, nor who asks. */
export function mayPass(error: unknown): boolean {
  if (!CombinedGraphQLErrors.is(error)) return true;
  return !error.errors.some(({ extensions }) => isForGood.has(String(extensions?.['code'])));
}

const isForGood = new Set(['BAD_USER_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED']);

/** Codes whose sentence the gateway writes for whoever sits in front of the screen. */
const forReaders = new Set([
  'BAD_USER_INPUT',
  'FILE_TOO_LARGE',
  'SERVICE_UNAVAILABLE',
  'TOO_MANY_SUBSCRIPTIONS',
]);
