import type { ApolloClient } from '@apollo/client';
import { signInPage, signInPath } from '../lib/sign-in-path.ts';
import type { Session } from './session.ts';

/** What the sign-in is told in the history by which it was reached. */
export type Arrival = { readonly hasExpired: boolean };

type Parts = {
  readonly session: Pick<Session, 'onEnd'>;
  readonly client: Pick<ApolloClient, 'clearStore'>;
  readonly goTo: (path: string, arrival: Arrival) => unknown;
};

/**
 * When a session ends, leads to the sign-in: back to where it was when it ended by itself. What was read in it is forgotten before, for
 * the next person on this page may be another.
 */
export function leaveAtEnd({ session, client, goTo }: Parts): void {
  session.onEnd((why) => {
    const hasExpired = why === 'expired';
    const path = hasExpired ? signInPath(location.href) : signInPage;
    void client.clearStore().then(() => goTo(path, { hasExpired }));
  });
}

/** Whether somebody was led here because a session ended by itself, by the state of the history. */
export const hasExpired = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'hasExpired' in state && state.hasExpired === true;
