import { expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import type { RefreshedSession } from './apollo/refresh-session.ts';
import { createSession, type Session } from './apollo/session.ts';
import { requireNobody, requireNoOrganization, requireOrganization } from './guards.ts';

const signedIn = { accessToken: 'token', userId: 'u1', organizationId: 'o1' };

/** A session as the server would renew it. */
const sessionOf = (renewed: RefreshedSession | Error): Session =>
  createSession({
    refreshSession: async () => {
      if (renewed instanceof Error) throw renewed;
      return renewed;
    },
    nowMs: () => 0,
  });
const nobody = () => sessionOf({ kind: 'refused' });
const owner = () => sessionOf({ kind: 'signed-in', signedIn });
const homeless = () =>
  sessionOf({ kind: 'signed-in', signedIn: { ...signedIn, organizationId: null } });

/** The address at which somebody arrives who goes to another. */
async function arriveFrom(at: string, session: Session): Promise<string> {
  const router = createMemoryRouter(
    [
      { path: '/sign-in', loader: requireNobody(session) },
      { path: '/welcome', loader: requireNoOrganization(session) },
      { path: '*', loader: requireOrganization(session) },
    ],
    { initialEntries: [at] },
  );
  await waitFor(() => expect(router.state.initialized).toBe(true));
  const { pathname, search } = router.state.location;
  router.dispose();
  return pathname + search;
}

it('shows the sign-in to nobody who is signed in', async () => {
  expect(await arriveFrom('/sign-in?next=%2Finvoices%3Fstatus%3DOPEN', owner())).toBe(
    '/invoices?status=OPEN',
  );
  expect(await arriveFrom('/sign-in', owner())).toBe('/');
  expect(await arriveFrom('/sign-in?next=%2Finvoices', homeless())).toBe('/welcome');
});

it('shows the sign-in to everybody else', async () => {
  expect(await arriveFrom('/sign-in', nobody())).toBe('/sign-in');
  expect(await arriveFrom('/sign-in', sessionOf(new Error('offline')))).toBe('/sign-in');
});

it('lets somebody stay out who has left, though the cookie would still be taken', async () => {
  const session = owner();
  session.begin(signedIn);
  session.end('signed-out');
  expect(await arriveFrom('/sign-in', session)).toBe('/sign-in');
  session.begin(signedIn);
  expect(await arriveFrom('/sign-in', session)).toBe('/');
});

it('asks for a sign-in first, and for a company next', async () => {
  expect(await arriveFrom('/ledger?page=2', nobody())).toBe('/sign-in?next=%2Fledger%3Fpage%3D2');
  expect(await arriveFrom('/ledger', homeless())).toBe('/welcome');
  expect(await arriveFrom('/welcome', owner())).toBe('/');
  expect(await arriveFrom('/welcome', homeless())).toBe('/welcome');
});
