import { createClient, type Client, type FormattedExecutionResult } from 'graphql-ws';
import { register } from 'prom-client';
import { WebSocket, type ClientOptions } from 'ws';
import { until } from '@finflow/shared/testing/until';
import type { FeedEnd } from '../../src/subscriptions/feed-port.ts';
import type { World } from './world.ts';

type Result = FormattedExecutionResult<Record<string, unknown>, { readonly eventId?: string }>;
type Told = Omit<Result, 'extensions'>;

export type Listening = {
  /** The next answer. Rejects after a while of silence. */
  next(): Promise<Told>;
  /** What came and was not asked for yet. */
  readonly waiting: readonly Told[];
  /** After which the feed can go on. */
  lastEventId(): string | undefined;
  stop(): void;
};

/** A client as browsers have it, by graphql-ws, that does not reconnect. `listen` resolves when the gateway listens, or has refused. */
export function connect(
  world: World,
  authorization: string,
): Client & { listen: ReturnType<typeof listenBy> } {
  const client = createClient({
    url: `ws://127.0.0.1:${world.port}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => undefined,
  });
  return Object.assign(client, { listen: listenBy(client) });
}

/** The clients of a test file, which ends them together. */
export function createClients() {
  const clients: Client[] = [];
  return {
    connect: (world: World, authorization: string) => {
      const client = connect(world, authorization);
      clients.push(client);
      return client;
    },
    /** Resolves when the gateway has heard that nobody listens any more. */
    dispose: async () => {
      for (const client of clients.splice(0)) await client.dispose();
      await until(async () => (await runningSubscriptions()) === 0);
    },
  };
}

const listenBy =
  (client: Client) =>
  async (
    query: string,
    variables: Record<string, unknown> = {},
    extensions: Record<string, unknown> = {},
  ): Promise<Listening> => {
    const waiting: Told[] = [];
    let lastEventId: string | undefined;
    let failure: unknown;
    const before = await runningSubscriptions();
    const stop = client.subscribe(
      { query, variables, extensions },
      {
        next: ({ extensions: told, ...result }: Result) => {
          lastEventId = told?.eventId;
          waiting.push(result);
        },
        error: (error) => {
          failure = error;
        },
        complete: () => undefined,
      },
    );
    await until(async () => failure !== undefined || (await runningSubscriptions()) > before);
    return {
      waiting,
      stop,
      lastEventId: () => lastEventId,
      next: async () => {
        await until(() => waiting.length > 0 || failure !== undefined);
        const first = waiting.shift();
        if (first) return first;
        throw failure;
      },
    };
  };

/** How many subscriptions the gateways of this process run, as their metrics say. */
export async function runningSubscriptions(): Promise<number> {
  const gauge = await register.getSingleMetric('finflow_gateway_subscriptions')?.get();
  return (gauge?.values ?? []).reduce((sum, { value }) => sum + value, 0);
}

/** How many have ended for that reason. */
export async function endedFeeds(reason: FeedEnd): Promise<number> {
  const counter = await register.getSingleMetric('finflow_gateway_feeds_ended_total')?.get();
  return counter?.values.find(({ labels }) => labels['reason'] === reason)?.value ?? 0;
}

/** A bare socket, to speak the protocol wrongly on purpose. */
export async function openRaw(
  world: World,
  protocol: string | readonly string[] = 'graphql-transport-ws',
  headers = {},
  options: ClientOptions = {},
) {
  const socket = new WebSocket(`ws://127.0.0.1:${world.port}/graphql`, [protocol].flat(), {
    headers,
    ...options,
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const messages: { type: string; id?: string; payload?: unknown }[] = [];
  socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString())));
  return {
    socket,
    closed,
    messages,
    send: (message: unknown) =>
      socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
  };
}
