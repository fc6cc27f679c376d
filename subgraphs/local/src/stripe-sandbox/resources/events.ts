import { invalidRequest, noSuch } from '../api/api-error.ts';
import { LIST_PARAMETERS, listPage } from '../api/list.ts';
import { allowOnly, text, texts } from '../api/params.ts';
import { type Call, ok, type Route } from '../api/route.ts';
import type { SandboxEvent } from '../objects.ts';
import type { World } from '../world.ts';

/** The event with the number of endpoints that have not taken it yet. */
export function presentEvent(world: World, event: SandboxEvent): SandboxEvent {
  const waiting = world.store
    .all('deliveries')
    .filter((delivery) => delivery.eventId === event.id)
    .map((delivery) => delivery.endpointId);
  return { ...event, pending_webhooks: new Set(waiting).size };
}

export function findEvent(world: World, id: string): SandboxEvent {
  const event = world.store.get('events', id);
  if (event === undefined) throw noSuch('event', id, 'id');
  return event;
}

function list({ world, params }: Call) {
  allowOnly(params, [...LIST_PARAMETERS, 'type', 'types', 'delivery_success']);
  const type = text(params, 'type');
  const types = texts(params, 'types') ?? (type === undefined ? undefined : [type]);
  if (types !== undefined && types.length > 20) {
    throw invalidRequest('You may pass up to 20 event types.', { param: 'types' });
  }
  const rows = world.store
    .all('events')
    .filter((event) => types === undefined || types.some((wanted) => isOfType(event, wanted)));
  const page = listPage(rows, params, '/v1/events');
  return ok({ ...page, data: page.data.map((event) => presentEvent(world, event)) });
}

/** `charge.*` means every type that begins with `charge.`. */
const isOfType = (event: SandboxEvent, wanted: string): boolean =>
  wanted.endsWith('*') ? event.type.startsWith(wanted.slice(0, -1)) : event.type === wanted;

export const eventRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/events', handle: list },
  {
    method: 'GET',
    path: '/v1/events/:id',
    handle: ({ world, id }) => ok(presentEvent(world, findEvent(world, id))),
  },
];
