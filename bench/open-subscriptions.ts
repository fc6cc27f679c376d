/**
 * Many open subscriptions on one gateway process: what one costs in memory, and how long it takes until all have been told of an event.
 *
 *   npx node bench/open-subscriptions.ts [SUBSCRIPTIONS]
 *
 * Default 10,000. The gateway runs in a process of its own with its subgraphs and a bus in memory, so that nothing else is measured;
 * this process is the clients. One socket a subscription where the limit of open files allows it, else as many as a socket may have.
 * First all subscribe to the same with equal rights (one execution an event), then each user to what is his own (one execution each).
 */
import { print } from './print.ts';
import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { WebSocket } from 'ws';
import { defaultLimits } from '@finflow/gateway/limits/limits';
import { until } from '@finflow/shared/testing/until';
import { conditions } from './embedded-house.ts';
import { percentile, rounded } from './statistics.ts';

const subscriptions = Number(process.argv[2] ?? 10_000);
const files = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }));
const sockets =
  files > subscriptions + 200
    ? subscriptions
    : Math.ceil(subscriptions / defaultLimits.maxSubscriptionsPerSocket);

type Feed = 'ledgerEntryPosted' | 'forecastUpdated';

const shared = 'subscription { ledgerEntryPosted { kind } }';
const personal = 'subscription { forecastUpdated { method askedBy { userId } } }';

async function measure(feed: Feed, query: string, events: number) {
  const gateway = fork(`${import.meta.dirname}/../gateway/test/world/world-process.ts`, {
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
  });
  const { port } = await next<{ port: number }>(gateway);
  const { authorizations } = await ask<{ authorizations: readonly string[] }>(gateway, {
    ask: 'authorizations',
    count: sockets,
  });
  const before = await memoryOf(gateway);
  const heard = { count: 0, atMs: [] as number[] };
  const open = await openAll(port, authorizations, query, heard);
  const after = await memoryOf(gateway);
  await tell(gateway, feed, heard); // Compiles and warms up.
  const told = [];
  for (let event = 0; event < events; event += 1) told.push(await tell(gateway, feed, heard));
  const withEvents = await memoryOf(gateway);
  for (const socket of open) socket.terminate();
  gateway.kill();
  const latencies = told.flatMap(({ latenciesMs }) => latenciesMs);
  return {
    kilobytesEach: {
      rss: perSubscription(after.rssBytes - before.rssBytes),
      heap: perSubscription(after.heapBytes - before.heapBytes),
      heapAfterEvents: perSubscription(withEvents.heapBytes - before.heapBytes),
    },
    gatewayRssMegabytes: rounded(withEvents.rssBytes / 2 ** 20, 1),
    fanOutMs: {
      p50: rounded(percentile(latencies, 0.5), 1),
      p99: rounded(percentile(latencies, 0.99), 1),
      max: rounded(percentile(latencies, 1), 1),
    },
    messages: latencies.length,
  };
}

type Heard = { count: number; atMs: number[] };

/** One event to all: milliseconds from its publishing to each message. */
async function tell(gateway: ChildProcess, feed: Feed, heard: Heard) {
  heard.count = 0;
  heard.atMs = [];
  const { publishedAtMs } = await ask<{ publishedAtMs: number }>(gateway, { ask: 'publish', feed });
  await until(() => heard.count >= subscriptions, 120_000);
  return { latenciesMs: heard.atMs.map((atMs) => atMs - publishedAtMs) };
}

async function openAll(
  port: number,
  authorizations: readonly string[],
  query: string,
  heard: Heard,
) {
  const open: WebSocket[] = [];
  const each = Math.ceil(subscriptions / sockets);
  const atOnce = 100;
  for (let first = 0; first < sockets; first += atOnce) {
    const some = authorizations.slice(first, first + atOnce);
    open.push(
      ...(await Promise.all(
        some.map((authorization, index) => {
          const count = Math.min(each, subscriptions - (first + index) * each);
          return openOne({ port, authorization, query, count, heard });
        }),
      )),
    );
  }
  await new Promise((resolve) => setTimeout(resolve, 2_000)); // The last subscribing has no answer to wait for.
  return open;
}

type Client = {
  readonly port: number;
  readonly authorization: string;
  readonly query: string;
  readonly count: number;
  readonly heard: Heard;
};

function openOne({ port, authorization, query, count, heard }: Client): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
    perMessageDeflate: false,
  });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => {
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
    });
    socket.once('message', () => {
      for (let id = 0; id < count; id += 1) {
        socket.send(JSON.stringify({ type: 'subscribe', id: `${id}`, payload: { query } }));
      }
      socket.on('message', () => {
        heard.count += 1;
        heard.atMs.push(Number(process.hrtime.bigint()) / 1e6);
      });
      resolve(socket);
    });
  });
}

async function memoryOf(gateway: ChildProcess) {
  return ask<{ rssBytes: number; heapBytes: number }>(gateway, { ask: 'memory' });
}

async function ask<T>(gateway: ChildProcess, message: object): Promise<T> {
  const answer = next<T>(gateway);
  gateway.send(message);
  return answer;
}

/** Answers come in the order of the asking, one at a time. */
const next = <T>(gateway: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const failed = (code: number | null) => reject(new Error(`The gateway ended with ${code}`));
    gateway.once('exit', failed);
    gateway.once('message', (message) => {
      gateway.off('exit', failed);
      resolve(message as T);
    });
  });

const perSubscription = (bytes: number): number => rounded(bytes / 1024 / subscriptions, 1);

print({ ...conditions(), subscriptions, sockets, openFiles: files });
print({ equal: await measure('ledgerEntryPosted', shared, 20) });
print({ different: await measure('forecastUpdated', personal, 5) });
process.exit(0);
