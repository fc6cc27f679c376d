import { Client } from 'pg';
import { log } from '../../log.ts';
import { backoffMs, type Bell, pauseFor } from '../wait.ts';

/**
 * Rings the bell at each NOTIFY of new messages. Only a wake-up: when its connection is lost it comes back by
 * itself, and meanwhile whoever waits on the bell polls.
 */
export async function listen(url: string, bell: Bell): Promise<{ close(): Promise<void> }> {
  const closing = new AbortController();
  const { signal } = closing;
  let client = await connect(url, bell);

  async function keepListening(): Promise<void> {
    await lost(client, signal);
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      await pauseFor(backoffMs(attempt, { firstMs: 100, capMs: 5_000 }), signal);
      try {
        client = await connect(url, bell);
      } catch (error) {
        log.warn('no wake-ups from the event log, polling meanwhile', { attempt, error });
        continue;
      }
      attempt = 0;
      await lost(client, signal);
    }
  }

  const running = keepListening();
  return {
    close: async () => {
      closing.abort();
      await running;
      await client.end();
    },
  };
}

async function connect(url: string, bell: Bell): Promise<Client> {
  const client = new Client({ connectionString: url, keepAlive: true });
  client.on('error', (error) => log.warn('wake-up connection failed', { error }));
  client.on('notification', () => bell.ring());
  await client.connect();
  await client.query('listen event_log');
  return client;
}

const lost = (client: Client, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) return resolve();
    client.once('end', resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
