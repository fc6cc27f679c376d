import type { Delivery } from '../objects.ts';
import { presentEvent } from '../resources/events.ts';
import { nowSeconds, type World } from '../world.ts';
import { signatureHeader } from './signature.ts';

const AT_ONCE = 4;
const GATHER_MS = 100;
const TIMEOUT_MS = 10_000;
const LONGEST_WAIT_MS = 60_000;

export interface Deliverer {
  /** Settles when nothing is waiting or under way (for tests; deliveries that keep failing wait on). */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Sends signed webhooks until each is answered with 2xx, in no promised order. */
export function createDeliverer(world: World, random: () => number = Math.random): Deliverer {
  const known = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  const queue: string[] = [];
  let ready: string[] = [];
  let gathering: NodeJS.Timeout | null = null;

  function discover(): void {
    for (const delivery of world.store.all('deliveries')) {
      if (known.has(delivery.id) || stopping.signal.aborted) continue;
      known.add(delivery.id);
      wait(delivery.id, Math.max(0, delivery.dueAtMs - world.nowMs()));
    }
  }

  /** What an earlier run left over is tried at once: its endpoint may have come back with us. */
  function resume(): void {
    for (const { id } of world.store.all('deliveries')) {
      known.add(id);
      wait(id, 0);
    }
  }

  function wait(id: string, milliseconds: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      ready.push(id);
      pump();
    }, milliseconds);
    timers.add(timer);
  }

  /** While reordering, gathers a handful first. */
  function pump(): void {
    const { reorder } = world.knobs.current();
    if (ready.length >= reorder) release();
    else gathering ??= setTimeout(release, GATHER_MS);
  }

  function release(): void {
    if (gathering !== null) clearTimeout(gathering);
    gathering = null;
    queue.push(...(world.knobs.current().reorder > 1 ? shuffle(ready, random) : ready));
    ready = [];
    startSome();
  }

  /** A shuffled order is kept on the wire: then one at a time. */
  function startSome(): void {
    const limit = world.knobs.current().reorder > 1 ? 1 : AT_ONCE;
    while (queue.length > 0 && underWay.size < limit) start(queue.shift() ?? '');
  }

  function start(id: string): void {
    const sending = send(id).finally(() => {
      underWay.delete(sending);
      if (!stopping.signal.aborted) startSome();
    });
    underWay.add(sending);
  }

  async function send(id: string): Promise<void> {
    const delivery = world.store.get('deliveries', id);
    if (delivery === undefined) return;
    const problem = await attempt(world, delivery, stopping.signal);
    if (stopping.signal.aborted) return;
    const attempts = delivery.attempts + 1;
    const { webhookMaxAttempts, webhookRetryMs } = world.knobs.current();
    if (problem === null || attempts >= webhookMaxAttempts) {
      known.delete(id);
      world.store.transaction(() => world.store.remove('deliveries', id));
      return;
    }
    const pauseMs = Math.min(
      LONGEST_WAIT_MS,
      webhookRetryMs * 2 ** Math.min(delivery.attempts, 16),
    );
    const jitteredMs = Math.round(pauseMs * (0.75 + random() / 2));
    const dueAtMs = world.nowMs() + jitteredMs;
    world.store.transaction(() =>
      world.store.put('deliveries', { ...delivery, attempts, dueAtMs, lastError: problem }),
    );
    wait(id, jitteredMs);
  }

  world.store.onCommit(discover);
  resume();

  return {
    idle: async () => {
      while (underWay.size + queue.length + ready.length + timers.size > 0) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    stop: async () => {
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
      if (gathering !== null) clearTimeout(gathering);
      timers.clear();
      queue.length = 0;
      await Promise.allSettled(underWay);
    },
  };
}

/** One POST. Null when the endpoint took it, or else why it did not. */
async function attempt(
  world: World,
  delivery: Delivery,
  stopping: AbortSignal,
): Promise<string | null> {
  const endpoint = world.store.get('webhook_endpoints', delivery.endpointId);
  const event = world.store.get('events', delivery.eventId);
  if (endpoint === undefined || event === undefined) return null;
  const body = JSON.stringify(presentEvent(world, event), null, 2);
  try {
    const response = await fetch(endpoint.shown.url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'stripe-signature': signatureHeader(body, endpoint.secret, nowSeconds(world)),
      },
      body,
      signal: AbortSignal.any([stopping, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await response.arrayBuffer();
    return response.ok ? null : `answered ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}
