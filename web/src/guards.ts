import { type LoaderFunctionArgs, redirect } from 'react-router';
import type { Session, SignedIn } from './apollo/session.ts';
import { nextPath, signInPath } from './lib/sign-in-path.ts';

/** Lets somebody with an organization pass; sends others to sign in, or to open an organization. */
export function requireOrganization(session: Session) {
  return async ({ request }: LoaderFunctionArgs): Promise<null> => {
    const { organizationId } = await requireUser(session, request);
    if (organizationId === null) throw redirect('/welcome');
    return null;
  };
}

/** Lets somebody pass who is signed in and has no organization yet. */
export function requireNoOrganization(session: Session) {
  return async ({ request }: LoaderFunctionArgs): Promise<null> => {
    const { organizationId } = await requireUser(session, request);
    if (organizationId !== null) throw redirect('/');
    return null;
  };
}

/** Lets somebody pass who has still to sign in; sends others where they wanted to go. */
export function requireNobody(session: Session) {
  return async ({ request }: LoaderFunctionArgs): Promise<null> => {
    // Who has just left stays out, also when the server could not be told and would take the cookie still.
    if (session.hasEnded()) return null;
    // Where the server can't be reached the form stands: it says so when it is sent.
    const signedIn = await findSession(session).catch(() => null);
    if (signedIn) throw redirect(nextPath(new URL(request.url).searchParams));
    return null;
  };
}

async function requireUser(session: Session, { url }: Request): Promise<SignedIn> {
  const signedIn = await findSession(session);
  if (!signedIn) throw redirect(signInPath(url));
  return signedIn;
}

async function findSession(session: Session): Promise<SignedIn | null> {
  return session.current() ?? (await session.refresh());
}
