import type Stripe from 'stripe';
import { newId } from './ids.ts';
import type { KnobBoard } from './knobs.ts';
import type { Endpoint, SandboxEvent, Task } from './objects.ts';
import type { Store } from './store.ts';

export const API_VERSION = '2026-10-28.endive';

/** What every operation works with. `cause` is the API request that it answers, if any. */
export interface World {
  readonly store: Store;
  readonly knobs: KnobBoard;
  /** Such as http://127.0.0.1:12111. */
  readonly origin: () => string;
  readonly nowMs: () => number;
  readonly cause: { readonly requestId: string; readonly idempotencyKey: string | null } | null;
}

/** Stripe's timestamps have whole seconds. */
export const nowSeconds = (world: World): number => Math.floor(world.nowMs() / 1000);

/**
 * Tells of a change: stores the event with the object as it is now and addresses it to every
 * endpoint that listens. With `before`, the changed fields are told as previous_attributes.
 */
export function emit<T extends object>(
  world: World,
  type: Stripe.Event.Type,
  object: T,
  before?: T,
): void {
  const endpoints = world.store
    .all('webhook_endpoints')
    .filter((endpoint) => listensTo(endpoint, type));
  const { cause } = world;
  const event: SandboxEvent = {
    id: newId('evt'),
    object: 'event',
    api_version: API_VERSION,
    created: nowSeconds(world),
    data: {
      object,
      ...(before === undefined ? {} : { previous_attributes: changedFields(before, object) }),
    },
    livemode: false,
    pending_webhooks: endpoints.length,
    request: cause && { id: cause.requestId, idempotency_key: cause.idempotencyKey },
    type,
  };
  world.store.put('events', event);
  for (const endpoint of endpoints) address(world, event.id, endpoint.id);
}

const listensTo = ({ shown }: Endpoint, type: string): boolean =>
  shown.status === 'enabled' &&
  (shown.enabled_events.includes('*') || shown.enabled_events.includes(type));

function changedFields<T extends object>(before: T, after: T): object {
  const now = new Map<string, unknown>(Object.entries(after));
  return Object.fromEntries(
    Object.entries(before).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(now.get(name)),
    ),
  );
}

/** Puts an event on its way to an endpoint: as often as the knobs say, or not at all. */
export function address(world: World, eventId: string, endpointId: string): void {
  if (world.knobs.take('drop')) return;
  const { duplicate, delayMs } = world.knobs.current();
  for (let copy = 0; copy <= duplicate; copy += 1) {
    world.store.put('deliveries', {
      id: newId('dlv'),
      eventId,
      endpointId,
      attempts: 0,
      dueAtMs: world.nowMs() + delayMs,
      lastError: null,
    });
  }
}

/** Lets something happen by itself after a while. */
export function schedule(
  world: World,
  kind: Task['kind'],
  subjectId: string,
  delayMs: number,
): void {
  world.store.put('tasks', {
    id: newId('task'),
    kind,
    subjectId,
    dueAtMs: world.nowMs() + delayMs,
  });
}

/** Drops what was planned for an object, because it has happened (or can't any more). */
export function unschedule(world: World, kind: Task['kind'], subjectId: string): void {
  const tasks = world.store.all('tasks');
  for (const task of tasks) {
    if (task.kind === kind && task.subjectId === subjectId) world.store.remove('tasks', task.id);
  }
}
