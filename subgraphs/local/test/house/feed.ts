/** What came over one socket, as text. */
export type Feed = { readonly received: () => string; close(): void };

/** Subscribes as the holder of the credential, by graphql-ws; resolves when the gateway let the caller in or hung up. */
export async function openFeed(
  endpoint: string,
  authorization: string,
  subscriptions: readonly string[],
): Promise<Feed> {
  const socket = new WebSocket(endpoint.replace('http', 'ws'), 'graphql-transport-ws');
  const received: string[] = [];
  const send = (message: unknown) => socket.send(JSON.stringify(message));
  await new Promise<void>((resolve) => {
    socket.addEventListener('open', () =>
      send({ type: 'connection_init', payload: authorization ? { authorization } : {} }),
    );
    socket.addEventListener('close', () => resolve());
    socket.addEventListener('message', ({ data }) => {
      const text = String(data);
      if (text.includes('connection_ack')) {
        subscriptions.forEach((query, index) =>
          send({ id: String(index), type: 'subscribe', payload: { query } }),
        );
        resolve();
      } else received.push(text);
    });
  });
  return { received: () => received.join('\n'), close: () => socket.close() };
}
