import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** Stands between the provider and the gateway, and notes when each payment's success came in. */
export type Stopwatch = {
  /** Where the provider sends its webhooks. */
  readonly url: string;
  /**
   * When `payment_intent.succeeded` of this intent first arrived, by performance.now().
   * @throws Error when it never did
   */
  receivedMs(intentId: string): number;
  close(): Promise<void>;
};

/** Starts it on a free port; whatever comes is passed on to `target` untouched. */
export async function startStopwatch(target: string): Promise<Stopwatch> {
  const received = new Map<string, number>();
  const server = createServer((message, response) => {
    const atMs = performance.now();
    buffer(message)
      .then((body) => {
        note(received, body, atMs);
        return passOn(message, response, { target, body });
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    receivedMs: (intentId) => {
      const atMs = received.get(intentId);
      if (atMs === undefined) throw new Error(`No webhook told that ${intentId} succeeded.`);
      return atMs;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function passOn(
  message: IncomingMessage,
  response: ServerResponse,
  { target, body }: { readonly target: string; readonly body: Buffer },
): Promise<void> {
  const signature = message.headers['stripe-signature'];
  const answer = await fetch(target, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(typeof signature === 'string' && { 'stripe-signature': signature }),
    },
    body: new Uint8Array(body),
    signal: AbortSignal.timeout(10_000),
  });
  response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
}

function note(received: Map<string, number>, body: Buffer, atMs: number): void {
  const event: unknown = JSON.parse(body.toString());
  if (!isSuccess(event) || received.has(event.data.object.id)) return;
  received.set(event.data.object.id, atMs);
}

const isSuccess = (event: unknown): event is { data: { object: { id: string } } } =>
  typeof event === 'object' &&
  event !== null &&
  'type' in event &&
  event.type === 'payment_intent.succeeded';
