import { beforeAll, describe, expect, it } from '@jest/globals';
import { newUser } from '@finflow/shared/testing/viewers';
import type { Viewer } from '@finflow/shared/viewer';
import { defaultLimits } from '../src/limits/limits.ts';
import { createFeedReader, isProblems, type ReadFeed } from '../src/subscriptions/feed-reader.ts';
import { openSubscription } from '../src/subscriptions/feed-subscription.ts';
import { signalsOf } from '../src/subscriptions/feeds.ts';
import { createSharedFeed, type FeedEvent } from '../src/subscriptions/shared-feed.ts';
import { createBooks } from './world/books.ts';
import { paymentUpdated } from './world/events.ts';
import { loadSupergraph } from './world/load-supergraph.ts';
import { smallSupergraph } from './world/world.ts';

const hourMs = 3_600_000;
let feed: ReadFeed;
beforeAll(() => {
  const partners = { outside: () => [] };
  const read = createFeedReader(loadSupergraph(smallSupergraph()), {
    limits: defaultLimits,
    partners,
  });
  const found = read('subscription { paymentChanged { status } }');
  if (isProblems(found)) throw found[0];
  feed = found;
});

/** A shared feed by a clock that is set by hand, which the timers of the process don't follow. */
function openFeed() {
  let nowMs = Date.now();
  const asked: Viewer[] = [];
  const shared = createSharedFeed({
    feed,
    variables: {},
    nowMs: () => nowMs,
    maxQueued: 10,
    timeoutMs: 1_000,
    inTurn: (work) => work(),
    onEmpty: () => undefined,
    executor: {
      plan: () => null,
      execute: async ({ context }) => {
        asked.push(context.viewer);
        return { data: { paymentChanged: { status: 'PENDING' } } };
      },
    },
  });
  const listen = (viewer: Viewer, expiresInMs: number, missed: readonly FeedEvent[] = []) => {
    const start = { missed, sequence: 0, id: () => null };
    const subscription = openSubscription({
      shared,
      subscriber: {
        caller: { viewer, expiresAt: new Date(nowMs + expiresInMs) },
        address: '',
        userAgent: '',
      },
      start,
      now: () => start,
      maxQueued: 10,
      heartbeatMs: null,
      nowMs: () => nowMs,
      onEnd: () => undefined,
    });
    const reader = subscription.messages[Symbol.asyncIterator]();
    return { ...subscription, next: () => reader.next() };
  };
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { shared, asked, listen, pass };
}

function someEvent(sequence = 1): FeedEvent {
  const [signal] = signalsOf(paymentUpdated(createBooks()));
  if (!signal) throw new Error('a payment that changed is told of');
  return { key: `e${sequence}`, sequence, id: () => null, signal };
}

describe('a credential that has expired, though no timer has noticed yet', () => {
  it('is told nothing of an event, which is asked for on behalf of who has a good one', async () => {
    const { shared, asked, listen, pass } = openFeed();
    const [short, long] = [newUser(), newUser()];
    const expiring = listen(short, hourMs);
    const lasting = listen(long, 3 * hourMs);
    const told = [expiring.next(), lasting.next()];
    pass(2 * hourMs);
    shared.hear(someEvent());
    expect(await told[1]).toMatchObject({ value: { kind: 'result' } });
    expect(await told[0]).toEqual({ done: true, value: undefined });
    expect(await expiring.ended).toBe('expired');
    expect(asked).toEqual([long]);
    lasting.end('stopped');
  });

  it('asks nobody when all have expired', async () => {
    const { shared, asked, listen, pass } = openFeed();
    const expiring = listen(newUser(), hourMs);
    void expiring.next();
    pass(2 * hourMs);
    shared.hear(someEvent());
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual([]);
    expiring.end('stopped');
  });

  it('is told nothing of what it missed', async () => {
    const { asked, listen, pass } = openFeed();
    const expiring = listen(newUser(), hourMs, [someEvent()]);
    pass(2 * hourMs);
    expect(await expiring.next()).toEqual({ done: true, value: undefined });
    expect(await expiring.ended).toBe('expired');
    expect(asked).toEqual([]);
  });
});
