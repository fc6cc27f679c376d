import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/api-error.ts';
import { LIST_PARAMETERS, listPage } from '../api/list.ts';
import { allowOnly, mergeMetadata, requiredText, text, texts } from '../api/params.ts';
import { type Call, ok, type Route } from '../api/route.ts';
import { newId, randomText } from '../ids.ts';
import type { Endpoint } from '../objects.ts';
import { API_VERSION, nowSeconds, type World } from '../world.ts';

/** Where events go, with the secret that signs them. */
export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
}

/**
 * Makes `targets` the configured endpoints. Their ids are their positions, so that deliveries left
 * over from before a restart go to the new address.
 */
export function configureEndpoints(world: World, targets: readonly WebhookTarget[]): void {
  const configured = world.store.all('webhook_endpoints').filter((row) => row.isConfigured);
  for (const { id } of configured.slice(targets.length))
    world.store.remove('webhook_endpoints', id);
  for (const [position, { url, secret }] of targets.entries()) {
    const id = `we_configured_${position}`;
    const shown = { ...newEndpoint(world, url), id };
    world.store.put('webhook_endpoints', { id, secret, isConfigured: true, shown });
  }
}

function newEndpoint(world: World, url: string): Stripe.WebhookEndpoint {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw invalidRequest('Invalid URL: URL must be HTTP or HTTPS', { param: 'url' });
  }
  return {
    id: newId('we'),
    object: 'webhook_endpoint',
    api_version: API_VERSION,
    application: null,
    created: nowSeconds(world),
    description: null,
    enabled_events: ['*'],
    livemode: false,
    metadata: {},
    status: 'enabled',
    url,
  };
}

/** Only this answer tells the secret. */
function create({ world, params }: Call) {
  allowOnly(params, ['url', 'enabled_events', 'description', 'metadata', 'api_version', 'connect']);
  const secret = `whsec_${randomText(32)}`;
  const shown = {
    ...newEndpoint(world, requiredText(params, 'url')),
    enabled_events: [...(texts(params, 'enabled_events') ?? [])],
    description: text(params, 'description') ?? null,
    metadata: mergeMetadata({}, params),
  };
  world.store.put('webhook_endpoints', { id: shown.id, secret, isConfigured: false, shown });
  return ok({ ...shown, secret });
}

function find(world: World, id: string): Endpoint {
  const endpoint = world.store.get('webhook_endpoints', id);
  if (endpoint === undefined) throw noSuch('webhook endpoint', id, 'id');
  return endpoint;
}

function remove({ world, id }: Call) {
  find(world, id);
  world.store.remove('webhook_endpoints', id);
  return ok({ id, object: 'webhook_endpoint', deleted: true });
}

function list({ world, params }: Call) {
  allowOnly(params, LIST_PARAMETERS);
  const rows = world.store.all('webhook_endpoints').map((row) => row.shown);
  return ok(listPage(rows, params, '/v1/webhook_endpoints'));
}

export const webhookEndpointRoutes: readonly Route[] = [
  { method: 'POST', path: '/v1/webhook_endpoints', handle: create },
  { method: 'GET', path: '/v1/webhook_endpoints', handle: list },
  {
    method: 'GET',
    path: '/v1/webhook_endpoints/:id',
    handle: ({ world, id }) => ok(find(world, id).shown),
  },
  { method: 'DELETE', path: '/v1/webhook_endpoints/:id', handle: remove },
];
