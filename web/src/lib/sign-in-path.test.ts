import { expect, it } from '@jest/globals';
import { nextPath, signInPath } from './sign-in-path.ts';

const nextOf = (next: string) => nextPath(new URLSearchParams({ next }));

it('never leads out of the app after signing in', () => {
  expect(nextOf('/invoices?status=OPEN')).toBe('/invoices?status=OPEN');
  expect(nextOf('//evil.example/x')).toBe('/');
  expect(nextOf('https://evil.example')).toBe('/');
  expect(nextOf('/\\evil.example')).toBe('/');
  expect(nextPath(new URLSearchParams())).toBe('/');
});

it('comes back to the address that asked for the sign-in', () => {
  const path = signInPath('/cash-flow?by=WEEK&sheet=scenario');
  expect(nextPath(new URL(path, location.href).searchParams)).toBe(
    '/cash-flow?by=WEEK&sheet=scenario',
  );
  expect(signInPath('/')).toBe('/sign-in');
});
