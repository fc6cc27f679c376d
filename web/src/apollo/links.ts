import { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { from, switchMap, throwError } from 'rxjs';
import type { Session } from './session.ts';

/** Puts the caller's credential on each request. The header also keeps forged forms of other sites out. */
export function credentialLink(authorization: () => Promise<string | null>): ApolloLink {
  return new SetContextLink(async (previous) => {
    const credential = await authorization();
    return {
      ...previous,
      headers: {
        ...previous['headers'],
        'apollo-require-preflight': 'true',
        ...(credential === null ? {} : { authorization: credential }),
      },
    };
  });
}

/** When the server no longer knows the caller: renews the session once and asks again. */
export function renewSessionLink(session: Session): ApolloLink {
  return new ErrorLink(({ error, operation, forward }) => {
    if (!isNotSignedIn(error) || operation.getContext()['isRetried'] === true) return undefined;
    if (!session.current()) return undefined;
    operation.setContext({ isRetried: true });
    return from(session.refresh()).pipe(
      switchMap((signedIn) => (signedIn ? forward(operation) : throwError(() => error))),
    );
  });
}

/** True when the answer means that the credential is missing, expired or revoked. */
export function isNotSignedIn(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode === 401;
  if (!CombinedGraphQLErrors.is(error)) return false;
  return error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
}
