import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inOrganization } from '../src/database/tenancy.ts';
import { readDeadline, remainingMs, withDeadline } from '../src/deadline.ts';
import { openProbeRoom, type ProbeRoom } from './support/probe-room.ts';

let room: ProbeRoom;
beforeAll(async () => {
  room = await openProbeRoom();
});
afterAll(() => room.close());

it('stops what the database does for an answer that nobody waits for any more', async () => {
  const sleep = () => room.orm.em.fork().execute('select pg_sleep(600)');
  const late = inOrganization(null, () => withDeadline(Date.now() + 100, sleep));
  await expect(late).rejects.toMatchObject({ code: '57014' });
});

it('leaves no end on the connection for work that has none', async () => {
  const show = () => room.orm.em.fork().execute('show statement_timeout');
  const limited = await withDeadline(Date.now() + 20_000, show);
  expect(limited).toEqual([{ statement_timeout: expect.stringMatching(/^[1-9]\d?s$/) }]);
  expect(await show()).toEqual([{ statement_timeout: '0' }]);
});

it('reads what is left from the header, and nothing from nonsense', () => {
  expect(readDeadline('1500', 1_000)).toBe(2_500);
  expect(readDeadline(undefined, 1_000)).toBeNull();
  for (const text of ['', '-1', '1e9', 'soon', '99999999999']) {
    expect(readDeadline(text, 1_000)).toBeNull();
  }
});

it('tells work how much is left, never less than nothing', () => {
  expect(remainingMs()).toBeNull();
  expect(withDeadline(Date.now() - 5, remainingMs)).toBe(0);
  expect(withDeadline(Date.now() + 60_000, remainingMs)).toBeGreaterThan(0);
  expect(withDeadline(null, remainingMs)).toBeNull();
});
