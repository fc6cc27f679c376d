/** The small world in a process of its own, told what to do by messages of its parent: for bench/open-subscriptions.ts. */
import { newId } from '@finflow/shared/ids';
import { log } from '@finflow/shared/log';
import { forecastMade, ledgerEntryPosted } from './events.ts';
import { startWorld } from './world.ts';

type ToGateway =
  | { readonly ask: 'authorizations'; readonly count: number }
  | { readonly ask: 'publish'; readonly feed: 'ledgerEntryPosted' | 'forecastUpdated' }
  | { readonly ask: 'memory' };

type FromGateway =
  | { readonly port: number }
  | { readonly authorizations: readonly string[] }
  /** By the machine's monotonic clock, which all its processes share. */
  | { readonly publishedAtMs: number }
  | { readonly rssBytes: number; readonly heapBytes: number };

log.level = 'error';
const many = 1_000_000;
const world = await startWorld({
  admission: { countsCalls: false },
  limits: { maxSocketsPerViewer: many, maxSubscriptionsPerViewer: many },
});
process.on('message', (message: ToGateway) => {
  void answer(message).then(send);
});
send({ port: world.port });

async function answer(message: ToGateway): Promise<FromGateway> {
  switch (message.ask) {
    case 'authorizations':
      return { authorizations: await authorizations(message.count) };
    case 'publish': {
      const { books, bus } = world;
      const isLedger = message.feed === 'ledgerEntryPosted';
      const event = isLedger ? ledgerEntryPosted(books) : forecastMade(books);
      const publishedAtMs = Number(process.hrtime.bigint()) / 1e6;
      await bus.publish([event]);
      return { publishedAtMs };
    }
    case 'memory': {
      for (let times = 0; times < 3; times += 1) await globalThis.gc?.({ execution: 'async' });
      const { rss, heapUsed } = process.memoryUsage();
      return { rssBytes: rss, heapBytes: heapUsed };
    }
    default:
      return message satisfies never;
  }
}

const authorizations = (count: number) =>
  Promise.all(
    Array.from({ length: count }, () => world.bearer({ userId: newId(), lifetimeSeconds: 36_000 })),
  );

function send(message: FromGateway): void {
  process.send?.(message);
}
