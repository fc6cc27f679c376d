import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { FinflowEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import { accessTokenSeconds } from '@finflow/shared/access-token';
import { newUser } from '@finflow/shared/testing/viewers';
import { until } from '@finflow/shared/testing/until';
import type { Role } from '@finflow/shared/viewer';
import { createEndedRights } from '../src/viewer/ended-rights.ts';
import { rightsChangeOf } from '../src/viewer/rights-changed.ts';
import {
  memberChanged,
  organizationDeleted,
  paymentUpdated,
  sessionRevoked,
  userDeleted,
} from './world/events.ts';
import { createClients, openRaw, runningSubscriptions } from './world/socket.ts';
import { ask, startWorld, type World } from './world/world.ts';

const query = '{ payments { id } }';

let world: World;
const clients = createClients();
beforeEach(async () => {
  world = await startWorld();
});
afterEach(async () => {
  await clients.dispose();
  await world.close();
});

const statusOf = async (authorization: string) =>
  (await ask(world, query, { authorization })).status;

/** Returns when the gateway has heard it. */
async function heard(event: FinflowEvent): Promise<void> {
  await world.bus.publish([event]);
}

describe('an access token that has not expired', () => {
  it('is not good any more when its session was ended; that of another session is', async () => {
    const [userId, sessionId] = [newId(), newId()];
    const ended = await world.bearer({ userId, sessionId });
    const other = await world.bearer({ userId });
    expect(await statusOf(ended)).toBe(200);
    await heard(sessionRevoked(userId, sessionId));
    expect([await statusOf(ended), await statusOf(other)]).toEqual([401, 200]);
  });

  it('opens no socket, and no ticket for a stream', async () => {
    const [userId, sessionId] = [newId(), newId()];
    const authorization = await world.bearer({ userId, sessionId });
    await heard(sessionRevoked(userId, sessionId));
    const raw = await openRaw(world);
    raw.send({ type: 'connection_init', payload: { authorization } });
    expect(await raw.closed).toMatchObject({ code: 4403 });
    const ticket = await fetch(`${world.origin}/graphql/stream-ticket`, {
      method: 'POST',
      headers: { authorization },
    });
    expect(ticket.status).toBe(401);
  });

  it('is not good any more when its user or his organization was deleted', async () => {
    const [userId, organizationId] = [newId(), newId()];
    const deleted = await world.bearer({ userId });
    const homeless = await world.bearer({ organizationId });
    const other = await world.bearer();
    await heard(userDeleted(userId));
    await heard(organizationDeleted(organizationId));
    const all = [await statusOf(deleted), await statusOf(homeless), await statusOf(other)];
    expect(all).toEqual([401, 401, 200]);
  });

  it('is good for the role that its owner has now, in that organization', async () => {
    const { organizationId } = world.books;
    const userId = newId();
    const before = await world.bearer({ userId, role: 'OWNER' });
    const after = await world.bearer({ userId, role: 'VIEWER' });
    const elsewhere = await world.bearer({ userId, organizationId: newId() });
    await heard(memberChanged(organizationId, userId, 'VIEWER'));
    expect([await statusOf(before), await statusOf(after)]).toEqual([401, 200]);
    expect(await statusOf(elsewhere)).toBe(200);
    await heard(memberChanged(organizationId, userId, 'OWNER'));
    expect([await statusOf(before), await statusOf(after)]).toEqual([200, 401]);
  });
});

describe('a token of another role than the last that was heard of', () => {
  const changedAt = new Date('2026-03-10T12:00:05.500Z');
  const viewer = newUser({ role: 'ADMIN' });

  /** A member became a viewer; nothing was heard since. */
  function hasEnded(issuedAt: string, role: Role | null = 'VIEWER'): boolean {
    const rights = createEndedRights();
    const { organizationId, userId } = viewer;
    if (organizationId === null) throw new Error('a member');
    const change = rightsChangeOf({
      ...memberChanged(organizationId, userId, role),
      time: changedAt.toISOString(),
    });
    if (change) rights.note(change);
    const expiresAt = new Date(Date.parse(issuedAt) + accessTokenSeconds * 1000);
    return rights.hasEnded({ viewer, expiresAt });
  }

  it('is not good any more when it was issued before, or in the same second', () => {
    expect(hasEnded('2026-03-10T11:59:00Z')).toBe(true);
    expect(hasEnded('2026-03-10T12:00:05Z')).toBe(true);
    expect(hasEnded('2026-03-10T12:00:06Z')).toBe(true);
  });

  it('is good when it was issued later: the role was changed again, and the gateway hears late of it', () => {
    expect(hasEnded('2026-03-10T12:00:11Z')).toBe(false);
    expect(hasEnded('2026-03-10T12:05:00Z')).toBe(false);
  });

  it('is judged alike when the last that was heard of is that he was put out', () => {
    expect(hasEnded('2026-03-10T12:00:05Z', null)).toBe(true);
    expect(hasEnded('2026-03-10T12:00:11Z', null)).toBe(false);
  });
});

it('lets who knows of his role already go on listening', async () => {
  const userId = newId();
  const client = clients.connect(world, await world.bearer({ userId, role: 'VIEWER' }));
  const feed = await client.listen('subscription { paymentChanged { status } }');
  await until(async () => (await runningSubscriptions()) === 1);
  await heard(memberChanged(world.books.organizationId, userId, 'VIEWER'));
  await world.bus.publish([paymentUpdated(world.books)]);
  expect(await feed.next()).toMatchObject({ data: { paymentChanged: { status: 'PENDING' } } });
});

it('opens no feed for a request that came in before the rights ended', async () => {
  const viewer = newUser();
  const verified = Promise.withResolvers<void>();
  const to = await startWorld({
    verifyAccessToken: async () => {
      setImmediate(verified.resolve); // When its caller has gone on to read the body.
      return { viewer, expiresAt: new Date(8.64e15) };
    },
  });
  const asking = request(`${to.origin}/graphql`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer any',
      'content-type': 'application/json',
      accept: 'text/event-stream',
    },
  });
  const answered = once(asking, 'response');
  asking.write('{ "query": ');
  await verified.promise;
  await to.bus.publish([sessionRevoked(viewer.userId, viewer.sessionId)]);
  asking.end('"subscription { paymentChanged { status } }" }');
  const [answer]: IncomingMessage[] = await answered;
  expect(answer?.statusCode).toBe(401);
  answer?.destroy();
  await to.close();
});
