import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withClient } from '@finflow/shared/database/provision';
import type { FinflowEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import type { TestDatabase } from '@finflow/shared/testing/postgres';
import { openDatabase, type Database } from '../src/database.ts';
import { verifyLedger } from '../src/ledger/verify-ledger.ts';
import { accountingDatabase, clock, newBooks } from './support/books.ts';
import { deliver } from './support/deliver.ts';
import { issueMany } from './support/issue-stories.ts';
import { standing } from './support/standing.ts';
import { story } from './support/stories.ts';
import { eventsOf, toldAgain, whereItStands, type PaidStory } from './support/story-events.ts';

/** Each is an invoice with a life of its own, all of them at the same time in the same books. CI runs ten thousand. */
const stories = Number(process.env['FINFLOW_STORIES'] ?? 60);
const seed = Number(process.env['FINFLOW_SEED'] ?? 20260310);
const timeoutMs = 60_000 + stories * 500;

let database: TestDatabase;
let orm: Database;
beforeAll(async () => {
  database = await accountingDatabase();
  orm = await openDatabase(database.appUrl);
});
afterAll(async () => {
  await orm.close(true);
  await database.close();
});

const headOf = async (organizationId: string) => {
  const query = 'select sequence, hash from ledger_head where organization_id = $1';
  const { rows } = await withClient(database.ownerUrl, (c) => c.query(query, [organizationId]));
  return rows[0];
};

it(
  `books each cent once, whatever is duplicated, reordered, lost in a crash or replayed (seed ${seed})`,
  async () => {
    const roll = createRoll();
    const books = await newBooks(orm);
    const invoices = fc
      .sample(story, { numRuns: stories, seed })
      .map((one) => ({ ...one, id: newId() }));
    const late = invoices.filter(({ isLate }) => isLate);
    const paid: PaidStory[] = invoices.flatMap(({ id: invoiceId, payments }) =>
      payments.map((payment) => ({ ...payment, invoiceId, paymentId: newId() })),
    );
    const facts = paid.flatMap((one) => eventsOf(one, books.organizationId, clock));
    const copies = facts.filter(() => roll(3) === 0);
    const told = [...facts, ...copies, ...copies.filter(() => roll(2) === 0).map(toldAgain)];

    await issueMany(
      books,
      invoices.filter(({ isLate }) => !isLate),
    );
    await deliver(shuffled(told, roll), books, {
      dies: () => roll(10) === 0,
      afterRound: async () => void (await issueMany(books, late.splice(0, 1 + roll(stories)))),
    });

    const reports = await verifyLedger(database.ownerUrl);
    expect(reports.flatMap(({ problems }) => problems)).toEqual([]);
    const { byPayment, receivable } = await standing(database.ownerUrl);
    for (const one of paid) {
      const { clearing, fees, disputed } = whereItStands(one);
      expect(byPayment.get(one.paymentId)).toEqual({ clearing, fees, disputed });
    }
    for (const { id, totalMinor, payments } of invoices) {
      const came = payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
      expect(receivable.get(id)).toBe(came > totalMinor ? 0n : totalMinor - came);
    }
    const head = await headOf(books.organizationId);
    await deliver(shuffled(told, roll), books);
    expect(await headOf(books.organizationId)).toEqual(head);
  },
  timeoutMs,
);

/** Numbers that are the same for the same seed. */
function createRoll(): (sides: number) => number {
  const [numbers] = fc.sample(fc.infiniteStream(fc.nat(999_999)), { numRuns: 1, seed });
  return (sides) => Number(numbers?.next().value ?? 0) % sides;
}

/** In any order, but for what the bus promises: events of one key stay in order within their topic. */
function shuffled(all: readonly FinflowEvent[], roll: (sides: number) => number): FinflowEvent[] {
  const placed = all.map((event) => ({ event, place: roll(1_000_000) }));
  const ofKey = Map.groupBy(placed, ({ event }) => `${event.type} ${event.subject}`);
  const inOrder = [...ofKey.values()].flatMap((group) => {
    const places = group.map(({ place }) => place).toSorted((a, b) => a - b);
    return group.map(({ event }, index) => ({ event, place: places[index] ?? 0 }));
  });
  return inOrder.toSorted((a, b) => a.place - b.place).map(({ event }) => event);
}
