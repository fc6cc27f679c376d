import { randomBytes } from 'node:crypto';
import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { databaseUrl, provisionDatabase, withClient } from '../database/provision.ts';

export interface TestDatabase {
  readonly database: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly superuserUrl: string;
  /** Drops the database, whoever is still connected to it. */
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Brings an empty database up to date as its owner, and closes its own connections before it returns. */
  readonly migrate?: (ownerUrl: string) => Promise<void>;
}

/**
 * A fresh database with the two login roles. The first call of a run for a name makes and migrates a
 * template, all calls copy it; so one name always stands for one `migrate`.
 */
export async function createTestDatabase(
  name: string,
  options: TestDatabaseOptions = {},
): Promise<TestDatabase> {
  const server = serverUrl();
  const template = await ensureTemplate(name, options);
  const database = `${template}_${randomBytes(4).toString('hex')}`;
  const password = new URL(server).password;
  await withClient(server, (client) => copyDatabase(client, template, database));
  return {
    database,
    ownerUrl: databaseUrl(server, database, { user: `${template}_owner`, password }),
    appUrl: databaseUrl(server, database, { user: `${template}_app`, password }),
    superuserUrl: databaseUrl(server, database),
    close: () => withClient(server, (client) => dropDatabase(client, database)),
  };
}

/** Drops every database and role that this test run made on its server. */
export async function dropTestDatabases(): Promise<void> {
  await withClient(serverUrl(), async (client) => {
    const like = `${escapeLiteral(`${runPrefix()}_`)} || '%'`;
    const databases = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like ${like}`,
    );
    for (const { datname } of databases.rows) await dropDatabase(client, datname);
    const roles = await client.query<{ rolname: string }>(
      `select rolname from pg_roles where rolname like ${like}`,
    );
    for (const { rolname } of roles.rows) {
      await client.query(`drop role if exists ${escapeIdentifier(rolname)}`);
    }
  });
}

/** Makes the template once per run; other workers wait on the lock and find it. */
async function ensureTemplate(name: string, { migrate }: TestDatabaseOptions): Promise<string> {
  const template = `${runPrefix()}_${name.replaceAll(/[^a-z0-9]+/g, '_')}`;
  const password = new URL(serverUrl()).password;
  await withClient(serverUrl(), async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    if (await isTemplate(client, template)) return;
    await dropDatabase(client, template); // Left half made by a migration that failed.
    const { ownerUrl } = await provisionDatabase({
      superuserUrl: serverUrl(),
      database: template,
      ownerPassword: password,
      appPassword: password,
    });
    await migrate?.(ownerUrl);
    await client.query(`alter database ${escapeIdentifier(template)} is_template true`);
  });
  return template;
}

async function isTemplate(client: Client, database: string): Promise<boolean> {
  const found = await client.query('select from pg_database where datname = $1 and datistemplate', [
    database,
  ]);
  return found.rowCount === 1;
}

/** A copy keeps tables, policies and grants, but not who may connect to the database. */
async function copyDatabase(client: Client, template: string, database: string): Promise<void> {
  const name = escapeIdentifier(database);
  const [owner, app] = [escapeIdentifier(`${template}_owner`), escapeIdentifier(`${template}_app`)];
  await client.query(
    `create database ${name} owner ${owner} template ${escapeIdentifier(template)}`,
  );
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${owner}, ${app}`);
}

async function dropDatabase(client: Client, database: string): Promise<void> {
  const found = await client.query('select from pg_database where datname = $1', [database]);
  if (found.rowCount === 0) return;
  await client.query(`alter database ${escapeIdentifier(database)} is_template false`);
  await client.query(`drop database ${escapeIdentifier(database)} with (force)`);
}

const runPrefix = () => `finflow_test_${process.env['FINFLOW_TEST_RUN'] ?? 'run'}`;

function serverUrl(): string {
  const url = process.env['FINFLOW_TEST_POSTGRES'];
  if (url === undefined) throw new Error('Run tests by Jest: its globalSetup starts Postgres.');
  return url;
}
