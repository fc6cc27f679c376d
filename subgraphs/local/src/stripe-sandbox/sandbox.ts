import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '@finflow/shared/clock';
import { createApi } from './api/api.ts';
import { ApiError } from './api/api-error.ts';
import type { Keys } from './api/credentials.ts';
import { type Control, createControl } from './control.ts';
import { createControlApi } from './control-http.ts';
import { createElements } from './elements/elements.ts';
import { type HttpAnswer, type HttpRequest, json, readRequest, sendAnswer } from './http.ts';
import { randomText } from './ids.ts';
import { openStore } from './journal.ts';
import { forgetOld } from './retention.ts';
import { createKnobs, type KnobBoard, type Knobs } from './knobs.ts';
import { configureEndpoints, type WebhookTarget } from './resources/webhook-endpoints.ts';
import { createScheduler } from './scheduler.ts';
import type { Store } from './store.ts';
import { createDeliverer } from './webhooks/deliverer.ts';
import type { World } from './world.ts';

export interface StripeSandboxOptions {
  /** 0 (default) takes a free one. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Where browsers reach the sandbox, when that is not where it listens (containers). */
  readonly publicOrigin?: string;
  readonly clock: Clock;
  /** Journal of the state; with it a restart goes on where the last run stopped. */
  readonly dataFile?: string;
  readonly webhooks?: readonly WebhookTarget[];
  readonly knobs?: Partial<Knobs>;
  /** Default: made once and kept in the journal. */
  readonly keys?: Keys;
  /** Source of chance for shuffling and jitter, from 0 to 1. */
  readonly random?: () => number;
}

export interface StripeSandbox extends Keys {
  /** Such as http://127.0.0.1:12111. The SDK wants it as host, port and protocol. */
  readonly origin: string;
  readonly knobs: KnobBoard;
  readonly control: Control;
  /** Makes this the (first) address that webhooks go to. */
  setWebhook(url: string, secret: string): void;
  /** Settles when every webhook is delivered or given up. */
  delivered(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a local stand-in for Stripe's API, webhooks and card form. See README.md. */
export async function startStripeSandbox(options: StripeSandboxOptions): Promise<StripeSandbox> {
  const { clock, port = 0, host = '127.0.0.1' } = options;
  const store = openStore(options.dataFile);
  const knobs = createKnobs(options.knobs);
  const keys = options.keys ?? keepKeys(store);
  let origin = '';
  const world: World = {
    store,
    knobs,
    origin: () => options.publicOrigin ?? origin,
    nowMs: () => clock.now().getTime(),
    cause: null,
  };
  const server = createServer();
  origin = await listen(server, port, host);
  store.transaction(() => {
    forgetOld(world);
    configureEndpoints(world, options.webhooks ?? []);
  });

  const scheduler = createScheduler(world);
  const deliverer = createDeliverer(world, options.random);
  const control = createControl(world, scheduler);
  const api = createApi(world, keys);
  const elements = createElements(world, keys);
  const controlApi = createControlApi({ knobs, control, keys });
  serve(server, origin, async (request) => {
    const path = request.url.pathname;
    if (path.startsWith('/_sandbox/')) return controlApi(request);
    if (path.startsWith('/elements/')) return elements(request);
    return api(request);
  });

  return {
    ...keys,
    origin,
    knobs,
    control,
    setWebhook: (url, secret) =>
      store.transaction(() => configureEndpoints(world, [{ url, secret }])),
    delivered: () => deliverer.idle(),
    close: async () => {
      scheduler.stop();
      await deliverer.stop();
      await closeServer(server);
    },
  };
}

function keepKeys(store: Store): Keys {
  const keep = (id: string, prefix: string): string => {
    const value = store.get('settings', id)?.value ?? `${prefix}${randomText(32)}`;
    store.transaction(() => store.put('settings', { id, value }));
    return value;
  };
  return {
    secretKey: keep('secret_key', 'sk_test_'),
    publishableKey: keep('publishable_key', 'pk_test_'),
  };
}

async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  if (!isInternet(address)) throw new Error('The sandbox listens on TCP only.');
  return `http://${host}:${address.port}`;
}

const isInternet = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;

function serve(
  server: Server,
  origin: string,
  answer: (request: HttpRequest) => Promise<HttpAnswer>,
): void {
  server.on('request', (message, response) => {
    readRequest(message, origin)
      .then(answer)
      .catch((error: unknown) => asAnswer(error))
      .then((result) => sendAnswer(response, result))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
}

/** The rest of a request may still be on the wire, so its connection is not used again. */
const LAST_ANSWER = { connection: 'close' };

/** A bug of the sandbox is a 500 like Stripe's own, with the reason in it: it is a test tool. */
function asAnswer(error: unknown): HttpAnswer {
  if (error instanceof ApiError) return json(error.status, { error: error.body }, LAST_ANSWER);
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return json(500, { error: { type: 'api_error', message } });
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
