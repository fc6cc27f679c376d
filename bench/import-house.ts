/**
 * How long an import of receivables takes in the whole house, until every room has handled every event of it:
 *
 *   node bench/import-house.ts FILE
 *
 * FILE is a CSV as subgraphs/accounting/README.md describes it; it is read, never copied. All in one process, on a Postgres with fsync off.
 */
import { print } from './print.ts';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '@finflow/local/house';
import { withClient } from '@finflow/shared/database/provision';
import { isRefusal } from '@finflow/shared/refusal';
import { conditions, withEmbeddedHouse } from './embedded-house.ts';

const groups = ['payments', 'accounting', 'analytics'] as const;
const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write('usage: node bench/import-house.ts FILE\n');
  process.exit(2);
}
const content = await readFile(path);
await withEmbeddedHouse(async (house) => {
  const organizationId = await register(house);
  const desk = house.accounting.desk(organizationId);
  while (!(await desk.isOpen())) await pause(20);
  print(conditions());
  const startedAt = performance.now();
  const fileName = basename(path);
  const request = { organizationId, fileName, content, mode: 'ALL_OR_NOTHING' } as const;
  const outcome = await house.accounting.importReceivables(request);
  if (isRefusal(outcome)) throw new Error(outcome.message);
  const writtenMs = performance.now() - startedAt;
  while ((await waiting(house)) > 0) await pause(250);
  const { status, rowsTotal, invoicesImported } = outcome;
  const handledMs = performance.now() - startedAt;
  const [writtenSeconds, allHandledSeconds] = [writtenMs, handledMs].map((ms) => ms / 1000);
  print({ status, rowsTotal, invoicesImported, writtenSeconds, allHandledSeconds });
});

/** A company of its own, registered at the endpoint. */
async function register(house: House): Promise<string> {
  const query = `mutation ($input: RegisterInput!) { register(input: $input) { ... on Session { organizationId } } }`;
  const input = {
    email: 'bench@finflow.example',
    password: 'bench-horse-battery-staple',
    name: 'Bench',
    organizationName: 'Bench',
    baseCurrency: 'USD',
  };
  const response = await fetch(`${house.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const id = /"organizationId":"([^"]+)"/.exec(await response.text())?.[1];
  if (id === undefined) throw new Error('Could not register');
  return id;
}

/** Events that were written and not yet handled by everybody: in an outbox, behind a group, or in its lanes. */
async function waiting({ bus, databases }: House): Promise<number> {
  const count = (room: (typeof groups)[number], sql: string) =>
    withClient(databases[room].ownerUrl, async (client) =>
      Number((await client.query(sql)).rows[0].count),
    );
  const unsent = 'select count(*) as count from outbox where published_at is null';
  const counts = await Promise.all([
    count('accounting', unsent),
    ...groups.map(async (group) => {
      const unread = (await bus.lag(group)).reduce((sum, { messages }) => sum + messages, 0);
      return unread + (await count(group, 'select count(*) as count from lane_event'));
    }),
  ]);
  return counts.reduce((sum, each) => sum + each, 0);
}
