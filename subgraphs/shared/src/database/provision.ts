import { Client, escapeIdentifier, escapeLiteral } from 'pg';

export interface ProvisionRequest {
  /** Connection of a role that may create databases and roles; its path names any existing database. */
  readonly superuserUrl: string;
  readonly database: string;
  /** Passwords of the two login roles. They are set again at each call, so a new one takes effect. */
  readonly ownerPassword: string;
  readonly appPassword: string;
}

export interface ProvisionedDatabase {
  /** Owns the tables: migrations, outbox relay, maintenance. */
  readonly ownerUrl: string;
  /** What the application runs as: row-level security applies to it. */
  readonly appUrl: string;
}

/** The group that every application role belongs to. Policies and grants are written for it. */
const applicationGroup = 'finflow_app';

/**
 * Creates a database and its two login roles, or brings existing ones up to date; may be repeated.
 * The application's role owns nothing and gets table rights by default privilege, so that
 * row-level security is the wall between organizations. Nobody else may connect.
 */
export async function provisionDatabase(request: ProvisionRequest): Promise<ProvisionedDatabase> {
  const { superuserUrl, database, ownerPassword, appPassword } = request;
  const owner = `${database}_owner`;
  const app = `${database}_app`;
  await withClient(superuserUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [provisionLock]);
    await client.query(createRole(applicationGroup, 'nologin'));
    await client.query(createRole(owner, `login password ${escapeLiteral(ownerPassword)}`));
    await client.query(createRole(app, `login password ${escapeLiteral(appPassword)}`));
    await client.query(`grant ${applicationGroup} to ${escapeIdentifier(app)}`);
    await createDatabase(client, database, owner);
    await client.query(connectRights(database, owner, app));
    await withClient(databaseUrl(superuserUrl, database), (inside) =>
      inside.query(schemaRights(owner)),
    );
  });
  return {
    ownerUrl: databaseUrl(superuserUrl, database, { user: owner, password: ownerPassword }),
    appUrl: databaseUrl(superuserUrl, database, { user: app, password: appPassword }),
  };
}

/** The same server, another database and, where given, another role. */
export function databaseUrl(
  serverUrl: string,
  database: string,
  role?: { readonly user: string; readonly password: string },
): string {
  const url = new URL(serverUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  if (role) {
    url.username = encodeURIComponent(role.user);
    url.password = encodeURIComponent(role.password);
  }
  return url.href;
}

/** Runs one piece of work on a connection of its own, and closes it whatever happens. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // The query under way, or the next one, rejects with it.
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Several may provision at once through one maintenance database; a role that two alter together fails one of them. */
const provisionLock = 7_224_116;

const createRole = (name: string, rights: string) => `
  do $$ begin
    create role ${escapeIdentifier(name)};
  exception when duplicate_object then null; end $$;
  alter role ${escapeIdentifier(name)} ${rights};`;

async function createDatabase(client: Client, database: string, owner: string): Promise<void> {
  const found = await client.query('select from pg_database where datname = $1', [database]);
  if (found.rowCount === 0) {
    await client.query(
      `create database ${escapeIdentifier(database)} owner ${escapeIdentifier(owner)}`,
    );
  }
}

function connectRights(database: string, owner: string, app: string): string {
  const name = escapeIdentifier(database);
  return `revoke all on database ${name} from public;
    grant connect on database ${name} to ${escapeIdentifier(owner)}, ${escapeIdentifier(app)};`;
}

function schemaRights(owner: string): string {
  const name = escapeIdentifier(owner);
  return `
    alter schema public owner to ${name};
    revoke all on schema public from public;
    grant usage on schema public to ${applicationGroup};
    alter default privileges for role ${name} in schema public
      grant select, insert, update, delete on tables to ${applicationGroup};
    alter default privileges for role ${name} in schema public
      grant usage on sequences to ${applicationGroup};`;
}
