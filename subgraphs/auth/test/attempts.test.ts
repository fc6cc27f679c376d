import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  accountRule,
  addressRule,
  delaySeconds,
  remembered,
} from '../src/attempt/attempt-delay.ts';
import { signInCounters } from '../src/attempt/attempt.service.ts';
import { logIn, newEmail, password, register } from './support/sign-in.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

let addresses = 0;
const newAddress = () => `198.51.100.${(addresses += 1)}`;

async function failures(count: number, email: string, address: string) {
  const answers = [];
  for (let n = 0; n < count; n += 1) {
    answers.push(await logIn(world, { email, password: 'a wrong sentence' }, { address }));
  }
  return answers;
}

it('waits longer after each failure, up to a quarter of an hour', () => {
  const delays = [4, 5, 6, 7, 14, 15, 1000].map((n) => delaySeconds(n, accountRule));
  expect(delays).toEqual([0, 1, 2, 4, 512, 900, 900]);
  expect(delaySeconds(99, addressRule)).toBe(0);
  expect(delaySeconds(1000, addressRule)).toBe(300);
});

it('forgets one failure of an account an hour, and one of an address every five minutes', () => {
  const hourMs = 3_600_000;
  expect([0, 59, 60, 600].map((m) => remembered(5, m * 60_000, accountRule))).toEqual([5, 5, 4, 0]);
  expect(remembered(50, hourMs, addressRule)).toBe(38);
});

it('makes a guesser wait, also with the right password, and lets in who waited', async () => {
  const [email, address] = [newEmail(), newAddress()];
  await register(world, { email });
  const answers = await failures(5, email, address);
  expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['WRONG_CREDENTIALS']));
  expect(await logIn(world, { email, password }, { address })).toMatchObject({
    __typename: 'TooManyAttempts',
    code: 'TOO_MANY_ATTEMPTS',
    retryAfterSeconds: 1,
  });
  world.pass(1);
  await failures(1, email, address);
  const blocked = await logIn(world, { email, password }, { address });
  expect(blocked).toMatchObject({ retryAfterSeconds: 2 });
  world.pass(2);
  expect(await logIn(world, { email, password }, { address })).toMatchObject({
    __typename: 'Session',
  });
  expect((await failures(1, email, address))[0]?.code).toBe('WRONG_CREDENTIALS');
});

it('does not lock the owner out when a stranger guesses from elsewhere', async () => {
  const email = newEmail();
  await register(world, { email });
  await failures(6, email, newAddress());
  const answer = await logIn(world, { email, password }, { address: newAddress() });
  expect(answer).toMatchObject({ __typename: 'Session' });
});

it('counts guesses that are sent at once', async () => {
  const [email, address] = [newEmail(), newAddress()];
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      logIn(world, { email, password: 'a wrong sentence' }, { address }),
    ),
  );
  const judged = answers.filter(({ code }) => code === 'WRONG_CREDENTIALS');
  expect(judged).toHaveLength(5);
});

it('slows an unknown account exactly like a known one', async () => {
  const known = newEmail();
  await register(world, { email: known });
  const [a, b] = [
    await failures(7, known, newAddress()),
    await failures(7, newEmail(), newAddress()),
  ];
  expect(a).toEqual(b);
});

it('slows an address that tries many accounts', async () => {
  const address = newAddress();
  await failures(1, newEmail(), address);
  const counter = signInCounters('', address).find(({ rule }) => rule === addressRule);
  await world.rows('update sign_in_attempt set failures = 99 where key = $1', [counter?.key]);
  expect((await failures(1, newEmail(), address))[0]?.code).toBe('WRONG_CREDENTIALS');
  const answer = await logIn(world, { email: newEmail(), password }, { address });
  expect(answer).toMatchObject({ __typename: 'TooManyAttempts', retryAfterSeconds: 1 });
});

it('counts asking for taken addresses by registering', async () => {
  const [email, address] = [newEmail(), newAddress()];
  await register(world, { email });
  const codes = [];
  for (let n = 0; n < 6; n += 1) codes.push((await register(world, { email }, { address })).code);
  expect(codes).toEqual([...Array(5).fill('EMAIL_TAKEN'), 'TOO_MANY_ATTEMPTS']);
});

it('forgets failures after a day', async () => {
  const [email, address] = [newEmail(), newAddress()];
  await failures(5, email, address);
  world.pass(24 * 3600 + 1);
  expect((await failures(5, email, address)).map(({ code }) => code)).toEqual(
    Array(5).fill('WRONG_CREDENTIALS'),
  );
});

it('names nobody in what it remembers', async () => {
  const [email, address] = [newEmail(), newAddress()];
  await failures(1, email, address);
  const stored = JSON.stringify(await world.rows('select * from sign_in_attempt'));
  expect(stored).not.toContain(email);
  expect(stored).not.toContain(address);
});
