import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AccountingApp, startAccountingApp } from '@finflow/accounting/app';
import type { Bus } from '@finflow/shared/bus/bus';
import { openBus } from '@finflow/shared/bus/open-bus';
import { fixedClock } from '@finflow/shared/clock';
import { newEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import { invoiceTotal } from '@finflow/shared/invoice-total';
import { newViewerKeys, readVerifyKey } from '@finflow/shared/signed-viewer';
import { askingOf } from '@finflow/shared/testing/ask';
import { createTestDatabase, type TestDatabase } from '@finflow/shared/testing/postgres';
import { newUser } from '@finflow/shared/testing/viewers';
import { readBooksSoFar } from '../src/demo/books-so-far.ts';
import { demoCompany, demoSeed } from '../src/demo/demo-company.ts';
import type { DemoPlan } from '../src/demo/demo-plan.ts';
import { playBooks } from '../src/demo/play-books.ts';
import type { PublicApi } from '../src/demo/public-api.ts';
import { until } from '../src/demo/until.ts';

const keys = newViewerKeys();
const clock = fixedClock('2026-07-15T06:00:00Z');
const plan = beginningOf(demoCompany({ seed: demoSeed, today: '2026-07-15', months: 4 }), 40);
let databases: TestDatabase[];
let bus: Bus;
let accounting: AccountingApp;

beforeAll(async () => {
  databases = await Promise.all([
    createTestDatabase('demo_accounting'),
    createTestDatabase('demo_events'),
  ]);
  const [own, events] = databases;
  if (!own || !events) throw new Error('Two names give two databases');
  bus = await openBus({ kind: 'pg-log', url: events.ownerUrl });
  accounting = await startAccountingApp(
    {
      databaseUrl: own.appUrl,
      databaseOwnerUrl: own.ownerUrl,
      port: 0,
      gatewayVerifyKeys: [readVerifyKey(keys.verifyKey)],
      publicUrl: 'http://localhost:4000',
      fileLinkSecret: 'a secret of this test, long enough',
    },
    { bus, clock },
  );
});
afterAll(async () => {
  await accounting.close();
  await bus.close();
  await Promise.all(databases.map((database) => database.close()));
});

/** The first steps of a plan, with the invoices that they issue. */
function beginningOf(whole: DemoPlan, count: number): DemoPlan {
  const steps = whole.steps.slice(0, count);
  const issued = steps.filter(({ kind }) => kind === 'issue').length;
  return { ...whole, steps, invoices: whole.invoices.slice(0, issued) };
}

/** A new sample company whose books are open, and its owner's view of them. */
async function openCompany() {
  const organizationId = newId();
  const created = newEvent(
    'organization_created',
    {
      source: '/auth',
      subject: organizationId,
      organizationId,
      data: {
        organizationId,
        name: plan.companyName,
        baseCurrency: plan.currency,
        isDemo: true,
        createdBy: newId(),
      },
    },
    clock,
  );
  await bus.publish([created]);
  const desk = accounting.desk(organizationId);
  await until('the books', async () => ((await desk.isOpen()) ? true : null));
  return { organizationId, api: apiOf(organizationId) };
}

const apiOf =
  (organizationId: string): PublicApi =>
  async <Data>({ query, variables = {} }: Parameters<PublicApi>[0]) => {
    const ask = askingOf(accounting.subgraph, keys.signingKey);
    const { data, errors } = await ask(newUser({ organizationId }), query, variables);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data as Data;
  };

type Company = Awaited<ReturnType<typeof openCompany>>;

const play = async ({ organizationId, api }: Company, onStep: (done: number) => void = () => {}) =>
  playBooks(plan, {
    openDesk: (deskClock) => accounting.desk(organizationId, deskClock),
    soFar: await readBooksSoFar(api),
    onStep,
  });

type Books = {
  readonly trialBalance: { readonly isBalanced: boolean; readonly rows: unknown };
  readonly receivables: { readonly openCount: number; readonly open: { readonly minor: string } };
  readonly customers: { readonly totalCount: number };
  readonly journalEntries: { readonly totalCount: number };
  readonly issued: { readonly totalCount: number; readonly edges: unknown };
  readonly drafts: { readonly totalCount: number };
};

const readBooks = ({ api }: Company) =>
  api<Books>({
    query: `{
      trialBalance { isBalanced rows { account { code } debit { minor } credit { minor } } }
      receivables { openCount open { minor } }
      customers { totalCount }
      journalEntries { totalCount }
      issued: invoices(first: 100, filter: { status: [OPEN, PARTIALLY_PAID, PAID] }) {
        totalCount
        edges { node { number issueDate dueDate status total { minor } customer { name } timeline { kind at } } }
      }
      drafts: invoices(filter: { status: [DRAFT] }) { totalCount }
    }`,
  });

describe('the books of the sample company', () => {
  let books: Books;
  beforeAll(async () => {
    const company = await openCompany();
    await play(company);
    books = await readBooks(company);
  }, 60_000);

  it('say what the plan says, to the cent', () => {
    let owed = 0n;
    for (const { lines } of plan.invoices) owed += invoiceTotal(lines).totalMinor;
    for (const step of plan.steps) if (step.kind === 'receive') owed -= step.amountMinor;
    expect(books.receivables.open.minor).toBe(String(owed));
    expect(books.trialBalance.isBalanced).toBe(true);
    expect(books.issued.totalCount).toBe(plan.invoices.length);
    expect(books.drafts.totalCount).toBe(1);
    expect(books.customers.totalCount).toBe(plan.customers.length);
    expect(books.journalEntries.totalCount).toBe(plan.steps.length);
  });

  it('date everything on the day it happened, not on the day of the seeding', () => {
    const first = plan.invoices[0];
    expect(JSON.stringify(books.issued.edges)).toContain(
      `"kind":"ISSUED","at":"${first?.issueDate}T`,
    );
  });

  it.each([1, 27])(
    'are the same after an interruption behind step %i, and when all is played again',
    async (last) => {
      const company = await openCompany();
      const interrupted = play(company, (done) => {
        if (done === last) throw new Error('the power went out');
      });
      await expect(interrupted).rejects.toThrow('the power went out');
      await play(company);
      await play(company);
      expect(await readBooks(company)).toEqual(books);
    },
    60_000,
  );
});

it('stops at a refusal, and says at which step', async () => {
  const company = await openCompany();
  const [step] = plan.steps;
  if (step?.kind !== 'post') throw new Error('The plan begins with the capital');
  const unbooked = { ...plan, steps: [{ ...step, amountMinor: 0n }] };
  const played = playBooks(unbooked, {
    openDesk: (deskClock) => accounting.desk(company.organizationId, deskClock),
    soFar: { customers: new Map(), issued: [] },
    onStep: () => {},
  });
  await expect(played).rejects.toThrow('opening was refused: NEGATIVE_AMOUNT');
});
