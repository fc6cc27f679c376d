import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@finflow/shared/clock';
import { withClient } from '@finflow/shared/database/provision';
import { freePort } from '@finflow/shared/testing/free-port';
import { startPostgresServer, type TestServer } from '@finflow/shared/testing/postgres-server';
import { localSecrets } from '../src/data-folder.ts';
import { openPublicApi, type PublicApi } from '../src/demo/public-api.ts';
import { demoLogin, ensureDemoCompany } from '../src/demo-company.ts';
import { until } from '../src/demo/until.ts';
import { type House, startHouse } from '../src/house.ts';

const withinMs = 170_000;
let postgres: TestServer;
let folder: string;
let house: House;
let api: PublicApi;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finflow-sample-'));
  // A server of its own: the house's databases have fixed names.
  postgres = await startPostgresServer();
  house = await startHouse({
    superuserUrl: postgres.superuserUrl,
    secrets: localSecrets(folder),
    port: await freePort(),
    clock: systemClock,
    webRoot: null,
    sandboxFile: null,
    env: {},
  });
  await seed();
  api = await openPublicApi(`${house.url}/graphql`, demoLogin);
}, withinMs);
afterAll(async () => {
  await house.close();
  await postgres.stop();
  await rm(folder, { recursive: true });
});

const seed = () => ensureDemoCompany(house, () => {}, 4);

const organizationId = async (): Promise<string> => {
  const query = '{ me { organization { id } } }';
  return (await api<{ me: { organization: { id: string } } }>({ query })).me.organization.id;
};

/** Tables of the four rooms that hold rows of an organization; messages that went out and came in are no business data. */
async function rowsOf(id: string): Promise<string[]> {
  const { auth, payments, accounting, analytics } = house.databases;
  const found = [auth, payments, accounting, analytics].map(({ ownerUrl }) =>
    withClient(ownerUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select table_name as name from information_schema.columns where table_schema = 'public'
           and column_name = 'organization_id' and table_name not in ('inbox', 'outbox')`,
      );
      const holding: string[] = [];
      for (const { name } of rows) {
        const sql = `select 1 from "${name}" where organization_id = $1 limit 1`;
        if ((await client.query(sql, [id])).rowCount) holding.push(name);
      }
      return holding;
    }),
  );
  return (await Promise.all(found)).flat();
}

type Figures = {
  readonly dashboard: {
    readonly cash: { readonly minor: string };
    readonly openCount: number;
    readonly overdueCount: number;
    readonly overdue: { readonly minor: string };
    readonly forecast: { readonly points: readonly unknown[] };
  };
  readonly receivables: {
    readonly openCount: number;
    readonly overdueCount: number;
    readonly overdue: { readonly minor: string };
  };
  readonly trialBalance: {
    readonly isBalanced: boolean;
    readonly rows: readonly {
      readonly account: { readonly code: string };
      readonly debit: { readonly minor: string };
      readonly credit: { readonly minor: string };
    }[];
  };
  readonly payments: { readonly totalCount: number };
  readonly journalEntries: { readonly totalCount: number };
};

const readFigures = () =>
  api<Figures>({
    query: `{
      dashboard { cash { minor } openCount overdueCount overdue { minor } forecast { points { month } } }
      receivables { openCount overdueCount overdue { minor } }
      trialBalance { isBalanced rows { account { code } debit { minor } credit { minor } } }
      payments { totalCount }
      journalEntries { totalCount }
    }`,
  });

it('shows on the dashboard what the books say', async () => {
  const { dashboard, receivables, trialBalance } = await readFigures();
  const { openCount, overdueCount, overdue } = receivables;
  expect(dashboard).toMatchObject({ openCount, overdueCount, overdue });
  expect(overdueCount).toBeGreaterThanOrEqual(3);
  expect(dashboard.forecast.points).toHaveLength(6);
  const cash = trialBalance.rows
    .filter(({ account }) => ['1000', '1010'].includes(account.code))
    .reduce((sum, { debit, credit }) => sum + BigInt(debit.minor) - BigInt(credit.minor), 0n);
  expect(trialBalance.isBalanced).toBe(true);
  expect(dashboard.cash.minor).toBe(String(cash));
});

it('has card payments that went through, were declined, and were refunded in part and in full', async () => {
  const { payments } = await api<{
    payments: { edges: { node: { status: string; provider: string } }[] };
  }>({ query: '{ payments(first: 20) { edges { node { status provider } } } }' });
  const byCard = payments.edges.filter(({ node }) => node.provider === 'STRIPE');
  expect(byCard.map(({ node }) => node.status).toSorted()).toEqual([
    'COMPLETED',
    'COMPLETED',
    'FAILED',
    'PARTIALLY_REFUNDED',
    'REFUNDED',
  ]);
});

it(
  'adds nothing when it is filled in again, and is gone for good when its owner removes it',
  async () => {
    const before = await readFigures();
    await seed();
    expect(await readFigures()).toEqual(before);
    const id = await organizationId();
    expect(await rowsOf(id)).not.toEqual([]);
    await api({ query: 'mutation { removeDemoOrganization { __typename } }' });
    await until('the last row to go', async () => ((await rowsOf(id)).length === 0 ? true : null));
    await seed();
    const again = await openPublicApi(`${house.url}/graphql`, demoLogin); // What was signed for the company is good no more.
    const { me } = await again<{ me: { memberships: unknown[] } }>({
      query: '{ me { memberships { role } } }',
    });
    expect(me.memberships).toEqual([]);
  },
  withinMs,
);
