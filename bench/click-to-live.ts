/**
 * From click to live: how long from the provider's webhook coming in until the screens know, as a subscriber sees it.
 *
 *   npx node bench/click-to-live.ts [PAYMENTS]
 *
 * Default 200 payments a mode, one in flight at a time, after 20 that don't count. First in one process (embedded), then in five
 * over Kafka where Java 17 and Maven are there. The clock starts when the webhook's first byte is read, before it is passed on to
 * the gateway, and stops when the answer of `paymentChanged` is there. The subscriber runs in this process; in the embedded mode
 * so does the house. Postgres with fsync off.
 */
import { printLine } from './print.ts';
import { execFile } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { promisify } from 'node:util';
import { startDistributedHouse } from '@finflow/local/distributed/distributed-house';
import { newLocalSecrets } from '@finflow/local/data-folder';
import { startHouse } from '@finflow/local/house';
import { startKafkaBroker } from '@finflow/local/kafka/broker';
import { type Company, openCompany, sendInvoice } from '@finflow/local/main-job/company';
import { type Feed, openLiveSocket } from '@finflow/local/main-job/live-socket';
import { confirmCard, type OpenPayment, startPayment } from '@finflow/local/main-job/pay-page';
import type { StripeSandbox } from '@finflow/local/stripe-sandbox/sandbox';
import { systemClock } from '@finflow/shared/clock';
import { log } from '@finflow/shared/log';
import { freePort } from '@finflow/shared/testing/free-port';
import { startPostgresServer } from '@finflow/shared/testing/postgres-server';
import { percentile } from './statistics.ts';
import { startStopwatch, type Stopwatch } from './webhook-stopwatch.ts';

type House = {
  readonly url: string;
  readonly sandbox: StripeSandbox;
  readonly webhookSecret: string;
};
type Seen = {
  readonly paymentChanged: {
    readonly id: string;
    readonly status: string;
    readonly invoice: { readonly status: string; readonly customer: { readonly name: string } };
    readonly journalEntries: readonly { readonly id: string }[];
  };
};
type Latency = { readonly completedMs: number; readonly bookedMs: number };

const warmUp = 20;
const atOnce = 4;
const payments = Number(process.argv[2] ?? 200);
if (!Number.isSafeInteger(payments) || payments < 1) {
  process.stderr.write('usage: npx node bench/click-to-live.ts [PAYMENTS]\n');
  process.exit(2);
}
log.level = 'error';
printLine(
  `${payments} payments a mode, one at a time; ${cpus().length} CPUs, load ${load()} before`,
);
await embedded();
if (await hasJava()) await distributed();
else printLine('Five processes over Kafka: left out, Java is not here.');
process.exit(0);

async function embedded(): Promise<void> {
  await using ends = new AsyncDisposableStack();
  const server = await startPostgresServer();
  ends.defer(() => server.stop());
  const secrets = newLocalSecrets();
  const house = await startHouse({
    superuserUrl: server.superuserUrl,
    secrets,
    port: await freePort(),
    clock: systemClock,
    webRoot: null,
    sandboxFile: null,
  });
  ends.defer(() => house.close());
  const { url, stripe } = house;
  if (!stripe.sandbox) throw new Error('Without a key Stripe is the sandbox');
  const webhookSecret = secrets.stripeWebhookSecret;
  await report('One process', { url, sandbox: stripe.sandbox, webhookSecret });
}

async function distributed(): Promise<void> {
  await using ends = new AsyncDisposableStack();
  const server = await startPostgresServer();
  ends.defer(() => server.stop());
  const broker = await startKafkaBroker();
  ends.defer(() => broker.stop());
  const { superuserUrl } = server;
  const { brokers } = broker;
  const house = await startDistributedHouse({ superuserUrl, brokers, name: 'bench' });
  ends.defer(() => house.stop());
  await report('Five processes over Kafka', house);
}

async function report(mode: string, house: House): Promise<void> {
  const latencies = await measure(house);
  const rows = [
    ['paymentChanged says COMPLETED', latencies.map(({ completedMs }) => completedMs)],
    ['... and the invoice PAID, the entries posted', latencies.map(({ bookedMs }) => bookedMs)],
  ] as const;
  printLine(`\n${mode} (${latencies.length} payments, load ${load()} at the end)`);
  printLine(`| webhook received until | p50 ms | p99 ms | max ms |\n| --- | ---: | ---: | ---: |`);
  for (const [name, values] of rows) {
    const figures = [0.5, 0.99, 1].map((share) => percentile(values, share).toFixed(0));
    printLine(`| ${name} | ${figures.join(' | ')} |`);
  }
}

async function measure({ url, sandbox, webhookSecret }: House): Promise<readonly Latency[]> {
  const stopwatch = await startStopwatch(`${url}/webhooks/stripe`);
  sandbox.setWebhook(stopwatch.url, webhookSecret);
  const company = await openCompany(url, 'Bench Ltd');
  const socket = openLiveSocket(url, company.authorization);
  const feed = await socket.listen<Seen>(`subscription { paymentChanged {
    id status invoice { status customer { name } } journalEntries { id } } }`);
  const latencies: Latency[] = [];
  for (let paid = 0; paid < warmUp + payments; ) {
    const begun = await beginSome(company, Math.min(atOnce, warmUp + payments - paid));
    for (const payment of begun) latencies.push(await payOne(payment, feed, stopwatch));
    paid += begun.length;
  }
  await socket.close();
  await stopwatch.close();
  return latencies.slice(warmUp);
}

/** A few invoices at a time, so that what is measured runs in a house at work and not in a storm. */
function beginSome(company: Company, count: number): Promise<OpenPayment[]> {
  const line = { description: 'Work', quantity: '1', unitPriceMinor: '12500', taxPercent: '20' };
  return Promise.all(
    Array.from({ length: count }, async () =>
      startPayment(company.url, (await sendInvoice(company, [line])).payLink),
    ),
  );
}

async function payOne(
  payment: OpenPayment,
  feed: Feed<Seen>,
  stopwatch: Stopwatch,
): Promise<Latency> {
  await confirmCard(payment);
  const completed = await feed.first(
    `${payment.id} to be completed`,
    ({ paymentChanged: { id, status } }) => id === payment.id && status === 'COMPLETED',
  );
  const booked = await feed.first(
    `${payment.id} to be booked`,
    ({ paymentChanged: { id, invoice, journalEntries } }) =>
      id === payment.id && invoice.status === 'PAID' && journalEntries.length === 2,
  );
  const receivedMs = stopwatch.receivedMs(payment.surface.clientSecret.split('_secret_')[0] ?? '');
  return { completedMs: completed.atMs - receivedMs, bookedMs: booked.atMs - receivedMs };
}

async function hasJava(): Promise<boolean> {
  try {
    await promisify(execFile)('java', ['-version']);
    return true;
  } catch {
    return false; // Not installed is the answer that was asked for.
  }
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
