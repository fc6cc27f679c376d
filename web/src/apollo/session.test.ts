import { describe, expect, it } from '@jest/globals';
import type { RefreshedSession } from './refresh-session.ts';
import { createSession, type EndOfSession } from './session.ts';

describe('the session', () => {
  it('shares one refresh between all who ask at the same time', async () => {
    const { session, asked } = sessionThat(async () => signedIn('second'));
    session.begin(user('first'));
    const [a, b] = await Promise.all([session.refresh(), session.refresh()]);
    expect(asked()).toBe(1);
    expect([a?.accessToken, b?.accessToken]).toEqual(['second', 'second']);
  });

  it('ends when the server refuses to renew it', async () => {
    const { session } = sessionThat(async () => ({ kind: 'refused' }));
    const ends: EndOfSession[] = [];
    session.onEnd((why) => ends.push(why));
    session.begin(user('first'));
    expect(await session.refresh()).toBeNull();
    expect(session.current()).toBeNull();
    expect(ends).toEqual(['expired']);
  });

  it('says nothing of an end to somebody who was never signed in', async () => {
    const { session } = sessionThat(async () => ({ kind: 'refused' }));
    const ends: EndOfSession[] = [];
    session.onEnd((why) => ends.push(why));
    await session.refresh();
    expect(ends).toEqual([]);
  });

  it('stays signed in when the server cannot be reached', async () => {
    const { session } = sessionThat(async () => {
      throw new Error('offline');
    });
    session.begin(user('first'));
    await expect(session.refresh()).rejects.toThrow('offline');
    expect(session.current()?.accessToken).toBe('first');
  });

  it('renews a token shortly before it expires, whatever this machine’s clock says', async () => {
    const clock = { nowMs: 1_000_000 };
    const { session, asked } = sessionThat(async () => signedIn('renewed'), clock);
    const token = jwt({ iat: 50_000_000, exp: 50_000_600 });
    session.begin(user(token));
    expect(await session.freshToken()).toBe(token);
    clock.nowMs += 590_000;
    expect(await session.freshToken()).toBe('renewed');
    expect(asked()).toBe(1);
  });

  it('renews a token that the server refused, although it looks good here', async () => {
    const { session, asked } = sessionThat(async () => signedIn('renewed'));
    session.begin(user(jwt({ iat: 0, exp: 600 })));
    session.distrustToken();
    expect(await session.freshToken()).toBe('renewed');
    expect(asked()).toBe(1);
  });

  it('falls back on the old token when it cannot renew', async () => {
    const clock = { nowMs: 0 };
    const { session } = sessionThat(async () => {
      throw new Error('offline');
    }, clock);
    const token = jwt({ iat: 0, exp: 60 });
    session.begin(user(token));
    clock.nowMs = 61_000;
    expect(await session.freshToken()).toBe(token);
  });
});

function sessionThat(answer: () => Promise<RefreshedSession>, clock = { nowMs: 0 }) {
  let count = 0;
  const session = createSession({
    refreshSession: () => {
      count += 1;
      return answer();
    },
    nowMs: () => clock.nowMs,
  });
  return { session, asked: () => count };
}

const user = (accessToken: string) => ({ accessToken, userId: 'u1', organizationId: 'o1' });

const signedIn = (accessToken: string): RefreshedSession => ({
  kind: 'signed-in',
  signedIn: user(accessToken),
});

const jwt = (claims: object) => `e30.${btoa(JSON.stringify(claims))}.signature`;
