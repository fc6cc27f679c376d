import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Bus } from '@finflow/shared/bus/bus';
import { openBus } from '@finflow/shared/bus/open-bus';
import { pauseFor } from '@finflow/shared/bus/wait';
import { isTopic } from '@finflow/shared/events/topics';
import { until } from '../../src/demo/until.ts';
import { bookedFor, type Books, readBooks } from '../../src/main-job/books.ts';
import { type Company, openCompany, sendInvoice } from '../../src/main-job/company.ts';
import { type Feed, openLiveSocket } from '../../src/main-job/live-socket.ts';
import { confirmCard, type OpenPayment, startPayment } from '../../src/main-job/pay-page.ts';
import { type KafkaHouse, openKafkaHouse } from './kafka-house.ts';

const catchUpWithinMs = 90_000;
const groups = ['payments', 'accounting', 'analytics'] as const;

type PaymentSeen = {
  readonly paymentChanged: {
    readonly id: string;
    readonly status: string;
    readonly invoice: { readonly status: string };
    readonly journalEntries: readonly unknown[];
  };
};

let house: KafkaHouse;
let bus: Bus;
let company: Company;
let feed: Feed<PaymentSeen>;
beforeAll(async () => {
  house = await openKafkaHouse('crash');
  bus = await openBus({ kind: 'kafka', brokers: house.broker.brokers });
  company = await openCompany(house.url, 'Patient Ltd');
  feed = await openLiveSocket(house.url, company.authorization).listen<PaymentSeen>(
    'subscription { paymentChanged { id status invoice { status } journalEntries { id } } }',
  );
}, 180_000);
afterAll(async () => {
  await bus.close();
  await house.stop();
}, 60_000);

/** 100.00, 110.00 and so on, so that no two payments look alike; each begun on its pay page. */
const begin = (count: number): Promise<OpenPayment[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const unitPriceMinor = String(10_000 + 1_000 * index);
      const line = { description: 'Work', quantity: '1', unitPriceMinor };
      const { payLink } = await sendInvoice(company, [line]);
      return startPayment(house.url, payLink);
    }),
  );

const confirmAll = (payments: readonly OpenPayment[]) =>
  Promise.all(payments.map((payment) => confirmCard(payment)));

type Captured = {
  readonly status: string;
  readonly amount: { readonly minor: string };
  readonly fee: { readonly minor: string } | null;
};

/** What payments itself says, which needs no other room. */
async function captured({ id }: OpenPayment): Promise<Captured> {
  const query = 'query ($id: ID!) { payment(id: $id) { status amount { minor } fee { minor } } }';
  return (await company.api<{ payment: Captured }>({ query, variables: { id } })).payment;
}

const untilCaptured = (payments: readonly OpenPayment[]) =>
  Promise.all(
    payments.map((payment) =>
      until(
        `payment ${payment.id} to be captured`,
        async () => ((await captured(payment)).status === 'COMPLETED' ? true : null),
        catchUpWithinMs,
      ),
    ),
  );

const untilBooked = (payments: readonly OpenPayment[]): Promise<Books> =>
  until(
    'every payment to be booked',
    async () => {
      const books = await readBooks(company.api);
      return payments.every(({ id }) => bookedFor(books, id).length >= 2) ? books : null;
    },
    catchUpWithinMs,
  );

/** Each captured cent stands once: in clearing less the fee, in fees, and nowhere owed any more. */
async function expectEachCentOnce(books: Books, payments: readonly OpenPayment[]): Promise<void> {
  for (const { id } of payments) {
    expect(bookedFor(books, id).toSorted()).toEqual(['PAYMENT_FEE', 'RECEIVE_PAYMENT']);
  }
  const all = await Promise.all(payments.map(captured));
  const amount = all.reduce((sum, payment) => sum + BigInt(payment.amount.minor), 0n);
  const fees = all.reduce((sum, { fee }) => sum + BigInt(fee?.minor ?? 0), 0n);
  expect(fees).toBeGreaterThan(0n);
  expect(books.balances).toMatchObject({ 1010: amount - fees, 1100: 0n, 4000: amount, 6400: fees });
  expect(books.isBalanced).toBe(true);
}

/** How many events a group has yet to handle. */
const behind = async (group: string): Promise<number> =>
  (await bus.lag(group)).reduce((sum, { messages }) => sum + messages, 0);

/** A question that needs the room, and no other. */
const questions: Readonly<Record<(typeof groups)[number], string>> = {
  payments: '{ payments(first: 1) { totalCount } }',
  accounting: '{ customers(first: 1) { totalCount } }',
  analytics: '{ dashboard { openCount } }',
};

/** Starts a room again, and waits as a client does: the gateway doesn't ask at once whoever failed a while ago. */
async function startAgain(room: (typeof groups)[number]): Promise<void> {
  await house.start(room);
  await until(
    `the gateway to ask ${room} again`,
    async () => {
      const response = await fetch(`${house.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: company.authorization },
        body: JSON.stringify({ query: questions[room] }),
      });
      const answer = (await response.json()) as { readonly errors?: unknown };
      return answer.errors === undefined ? true : null;
    },
    catchUpWithinMs,
  );
}

/** Stops a room as an operator does, sends everything to it again, and waits until it has dealt with it. */
async function replay(room: (typeof groups)[number]): Promise<number> {
  await house.kill(room, 'SIGTERM');
  const topics = (await bus.lag(room)).map(({ topic }) => topic).filter(isTopic);
  await bus.rewind(room, topics);
  const replayed = await behind(room);
  await startAgain(room);
  await until(
    `${room} to have handled all again`,
    async () => ((await behind(room)) === 0 ? true : null),
    catchUpWithinMs,
  );
  return replayed;
}

const dashboard = () =>
  company.api<Record<string, unknown>>({
    query: `{ payments(first: 50) { totalCount edges { node { id status timeline { id } } } }
      invoices(first: 50) { totalCount totalDue { minor } edges { node { id status timeline { id } } } } }`,
  });

const paid: OpenPayment[] = [];

describe('a house that crashes', () => {
  it('loses and doubles nothing when accounting dies and the broker is away', async () => {
    const [racing, unheard, unsent] = [await begin(3), await begin(5), await begin(2)];
    await confirmAll(racing);
    await house.kill('accounting', 'SIGKILL'); // In the middle of whatever it does with these three.
    await confirmAll(unheard);
    await untilCaptured(unheard);
    await house.broker.kill();
    await confirmAll(unsent);
    await untilCaptured(unsent); // The money is taken; its events wait in the outbox.
    await pauseFor(10_000);
    await house.broker.restart();
    await startAgain('accounting');
    paid.push(...racing, ...unheard, ...unsent);
    const books = await untilBooked(paid);
    expect(books.entries.filter(({ payment }) => payment)).toHaveLength(2 * paid.length);
    await expectEachCentOnce(books, paid);
  }, 240_000);

  it('changes nothing when everything comes again', async () => {
    const books = await readBooks(company.api);
    const shown = await dashboard();
    for (const room of groups) expect(await replay(room)).toBeGreaterThan(paid.length);
    expect(await readBooks(company.api)).toEqual(books);
    expect(await dashboard()).toEqual(shown);
    expect(await bus.deadLetters(10)).toEqual([]);
  }, 240_000);

  it('still tells on the socket that was open all the time', async () => {
    const payments = await begin(1);
    await confirmAll(payments);
    const [payment] = payments;
    const { data } = await feed.first(
      'the payment after the crash',
      ({ paymentChanged: { id, invoice, journalEntries } }) =>
        id === payment?.id && invoice.status === 'PAID' && journalEntries.length === 2,
      catchUpWithinMs,
    );
    expect(data.paymentChanged.status).toBe('COMPLETED');
    paid.push(...payments);
    await expectEachCentOnce(await untilBooked(paid), paid);
  }, 240_000);
});
