/**
 * How long an import of receivables takes, and what the books say afterwards:
 *
 *   node bench/import-receivables.ts FILE
 *
 * FILE is a CSV as subgraphs/accounting/README.md describes it; it is read, never copied. Runs accounting alone on a Postgres
 * of its own with fsync off, its events relayed into pg-log. Figures go to standard output.
 */
import { print } from './print.ts';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startAccountingApp } from '@finflow/accounting/app';
import { openBus } from '@finflow/shared/bus/open-bus';
import { systemClock } from '@finflow/shared/clock';
import { provisionDatabase, withClient } from '@finflow/shared/database/provision';
import { newEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import { isRefusal } from '@finflow/shared/refusal';
import { newViewerKeys, readVerifyKey } from '@finflow/shared/signed-viewer';
import { askingOf } from '@finflow/shared/testing/ask';
import { startPostgresServer } from '@finflow/shared/testing/postgres-server';
import { newUser } from '@finflow/shared/testing/viewers';

const figures = `{
  invoiced { total { decimal } count }
  in2012: invoiced(from: "2012-01-01", to: "2012-12-31") { total { decimal } count }
  in2013: invoiced(from: "2013-01-01", to: "2013-12-31") { total { decimal } count }
  today: receivables { ...sums }
  end2012: receivables(asOf: "2012-12-31") { ...sums }
  mid2013: receivables(asOf: "2013-06-30") { ...sums }
  paid: invoices(first: 1, filter: { status: [PAID] }) { totalCount totalDue { decimal } }
  customers(first: 1) { totalCount }
  balance2012: trialBalance(asOf: "2012-12-31") { isBalanced totals { debit { decimal } difference { decimal } } }
  balance2013: trialBalance(asOf: "2013-06-30") { isBalanced totals { debit { decimal } difference { decimal } } }
  balance: trialBalance { isBalanced totals { debit { decimal } difference { decimal } } }
}
fragment sums on Receivables { open { decimal } openCount overdue { decimal } overdueCount }`;

const [path] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write('usage: node bench/import-receivables.ts FILE\n');
  process.exit(2);
}
const content = await readFile(path);
const server = await startPostgresServer();
const provision = (database: string) =>
  provisionDatabase({
    superuserUrl: server.superuserUrl,
    database,
    ownerPassword: 'bench',
    appPassword: 'bench',
  });
const [database, events] = [await provision('accounting'), await provision('events')];
const bus = await openBus({ kind: 'pg-log', url: events.ownerUrl });
const gateway = newViewerKeys();
const app = await startAccountingApp(
  {
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    port: 0,
    gatewayVerifyKeys: [readVerifyKey(gateway.verifyKey)],
    publicUrl: 'http://localhost:4000',
    fileLinkSecret: 'only for the bench, nobody gets a link from it',
  },
  { bus, clock: systemClock },
);
try {
  const organizationId = await openCompany();
  await importOnce(organizationId, 'first import');
  await importOnce(organizationId, 'second import of the same file');
  print(await ask(organizationId, figures));
} finally {
  await app.close();
  await bus.close();
  await server.stop();
}

async function openCompany(): Promise<string> {
  const organizationId = newId();
  const data = {
    organizationId,
    name: 'Bench',
    baseCurrency: 'USD',
    isDemo: false,
    createdBy: newId(),
  };
  const about = { source: '/bench', subject: organizationId, organizationId, data };
  await bus.publish([newEvent('organization_created', about, systemClock)]);
  while (!(await app.desk(organizationId).isOpen())) await pause(20);
  return organizationId;
}

async function importOnce(organizationId: string, name: string): Promise<void> {
  const startedAt = performance.now();
  const fileName = basename(path ?? '');
  const request = { organizationId, fileName, content, mode: 'ALL_OR_NOTHING' } as const;
  const outcome = await app.importReceivables(request);
  const writtenMs = performance.now() - startedAt;
  const relayed = await drained();
  if (isRefusal(outcome)) throw new Error(outcome.message);
  const { status, rowsTotal, invoicesImported, rowsSkipped, rowsRejected, failure } = outcome;
  print({
    name,
    status,
    rowsTotal,
    invoicesImported,
    rowsSkipped,
    rowsRejected,
    failure,
    writtenSeconds: seconds(writtenMs),
    withRelaySeconds: seconds(performance.now() - startedAt),
    eventsRelayed: relayed,
  });
}

/** Waits until the outbox is empty; gives how many events it carried so far. */
async function drained(): Promise<number> {
  const count =
    'select count(*) filter (where published_at is null) as left, count(*) as all from outbox';
  for (;;) {
    const { rows } = await withClient(database.ownerUrl, (client) => client.query(count));
    if (Number(rows[0].left) === 0) return Number(rows[0].all);
    await pause(50);
  }
}

async function ask(organizationId: string, query: string): Promise<unknown> {
  const owner = newUser({ organizationId });
  const { data, errors } = await askingOf(app.subgraph, gateway.signingKey)(owner, query);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}
