import { until } from '../../src/demo/until.ts';

/** What one socket was told of a feed of entities, and the id after which it goes on. */
export type ResumingFeed = {
  /** Ids of entities, and codes of errors. */
  readonly told: readonly string[];
  lastEventId(): string;
  close(): void;
};

type Message = {
  readonly type: string;
  readonly payload?: {
    readonly eventId?: string;
    readonly data?: Readonly<Record<string, { readonly id: string }>> | null;
    readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
    readonly extensions?: { readonly eventId?: string };
  };
};

/**
 * Subscribes over graphql-ws as a client that comes back: after `lastEventId`, or for the first time after what the acknowledgement says.
 * Resolves when the gateway has let it in.
 */
export async function openResumingFeed(
  url: string,
  authorization: string,
  { query, lastEventId }: { readonly query: string; readonly lastEventId?: string },
): Promise<ResumingFeed> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const told: string[] = [];
  let last = lastEventId;
  const send = (message: object) => socket.send(JSON.stringify(message));
  const onMessage = ({ type, payload }: Message): void => {
    if (type === 'ping') send({ type: 'pong' });
    if (type === 'connection_ack') {
      last ??= payload?.eventId;
      const extensions = { lastEventId: last };
      send({ id: '1', type: 'subscribe', payload: { query, extensions } });
    }
    if (type !== 'next') return;
    last = payload?.extensions?.eventId ?? last;
    told.push(...Object.values(payload?.data ?? {}).map(({ id }) => id));
    told.push(...(payload?.errors ?? []).map(({ extensions }) => extensions?.code ?? 'error'));
  };
  socket.addEventListener('message', ({ data }) => onMessage(JSON.parse(String(data))));
  socket.addEventListener('open', () =>
    send({ type: 'connection_init', payload: { authorization } }),
  );
  await until('the socket to be let in', async () => last ?? null);
  return {
    told,
    lastEventId: () => last ?? '',
    close: () => socket.close(),
  };
}

/** What is told over server-sent events to who comes back, as ids of entities, until there are `count`. */
export async function readResumedEvents(
  url: string,
  authorization: string,
  { query, lastEventId, count }: { query: string; lastEventId: string; count: number },
): Promise<readonly string[]> {
  const leaving = new AbortController();
  const response = await fetch(`${url}/graphql?${new URLSearchParams({ query })}`, {
    headers: { authorization, accept: 'text/event-stream', 'last-event-id': lastEventId },
    signal: AbortSignal.any([leaving.signal, AbortSignal.timeout(60_000)]),
  });
  if (!response.body) throw new Error('A stream has a body');
  let text = '';
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    text += part;
    const ids = [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id ?? '');
    if (ids.length < count) continue;
    leaving.abort();
    return ids;
  }
  throw new Error(`The stream ended: ${text}`);
}
