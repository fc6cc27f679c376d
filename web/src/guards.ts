import { type LoaderFunctionArgs, redirect } from 'react-router';
import type { Session, SignedIn } from './apollo/session.ts';

/** Lets somebody with an organization pass; sends others to sign in, or to open an organization. */
export function requireOrganization(session: Session) {
  return async ({ request }: LoaderFunctionArgs): Promise<null> => {
    const signedIn = await findSession(session);
    if (!signedIn) throw redirect(signInPath(request.url));
    if (signedIn.organizationId === null) throw redirect('/welcome');
    return null;
  };
}

/** Lets somebody signed in pass, with an organization or without. */
export function requireUser(session: Session) {
  return async ({ request }: LoaderFunctionArgs): Promise<null> => {
    if (!(await findSession(session))) throw redirect(signInPath(request.url));
    return null;
  };
}

/** The sign-in page that comes back to an address afterwards. */
export function signInPath(url: string): string {
  const { pathname, search } = new URL(url, location.href);
  const next = pathname + search;
  return next === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`;
}

async function findSession(session: Session): Promise<SignedIn | null> {
  return session.current() ?? (await session.refresh());
}
