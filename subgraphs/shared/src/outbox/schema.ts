/** Whose rows these are; null for the platform's own. Equal to null where no organization is set. */
const organizationIsCurrent = `organization_id is not distinct from
    nullif(current_setting('app.organization_id', true), '')::uuid`;

const byOrganization = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_by_organization on ${table} to finflow_app
    using (${organizationIsCurrent}) with check (${organizationIsCurrent});
  create policy ${table}_by_owner on ${table} to current_user using (true) with check (true);`;

/**
 * The horizon: every transaction below it that could have written here has ended, so that nothing can appear
 * below it any more. It is pg_snapshot_xmin, except that transactions of the server's other databases don't hold
 * it back: those can't write here. (A transaction id names one database for ever, so a late look is still true.)
 */
export const createEventHorizon = `
  create function event_horizon() returns xid8 language sql stable as $$
    select coalesce(min(running.id), pg_snapshot_xmax(pg_current_snapshot()))
    from pg_snapshot_xip(pg_current_snapshot()) as running(id)
    where not exists (
      select from pg_stat_activity
      where backend_xid = running.id::xid and datname <> current_database())
  $$`;

/**
 * What has to be told, until it is marked as published: so what commits late is found late, and nothing is skipped. NOTIFY is a
 * wake-up, never the truth.
 */
const createOutbox = `
  create table outbox (
    position bigint generated always as identity primary key,
    id uuid not null unique,
    organization_id uuid,
    topic text not null,
    key text not null,
    event jsonb not null,
    transaction_id xid8 not null default pg_current_xact_id(),
    published_at timestamptz
  );
  create index outbox_unpublished on outbox (transaction_id, position) where published_at is null;
  create index outbox_published on outbox (published_at) where published_at is not null;
  alter table outbox enable row level security;
  alter table outbox force row level security;
  create policy outbox_record on outbox for insert to finflow_app
    with check (organization_id is null or ${organizationIsCurrent});
  create policy outbox_by_owner on outbox to current_user using (true) with check (true);
  revoke all on outbox from finflow_app;
  grant insert on outbox to finflow_app;
  create function wake_outbox() returns trigger language plpgsql as $$
    begin perform pg_notify('outbox', ''); return null; end $$;
  create trigger wake_outbox after insert on outbox for each statement execute function wake_outbox();`;

/** What has been handled. Written in the same transaction as the effect: that makes the effect happen once. */
const createInbox = `
  create table inbox (
    consumer text not null,
    event_id uuid not null,
    organization_id uuid,
    handled_at timestamptz not null default now(),
    primary key (consumer, event_id)
  );
  ${byOrganization('inbox')}
  revoke update, delete on inbox from finflow_app;`;

/** What could not be handled yet, and what came after it for the same key. The lowest position of a key is its head. */
const createParkedEvent = `
  create table parked_event (
    position bigint generated always as identity primary key,
    consumer text not null,
    topic text not null,
    key text not null,
    event_id uuid not null,
    organization_id uuid,
    event jsonb not null,
    reason text not null,
    attempts int not null default 0,
    parked_at timestamptz not null default now(),
    next_attempt_at timestamptz not null default now(),
    unique (consumer, event_id)
  );
  create index parked_event_key on parked_event (consumer, topic, key, position);
  ${byOrganization('parked_event')}`;

/** Tables of `createMessagingTables`; a migration that was run names them, so the list stays. */
export const messagingTables: readonly string[] = ['outbox', 'inbox', 'parked_event'];

/** Of these MikroORM knows nothing: give them to schemaGenerator.skipTables. */
export const tablesWithoutEntity: string[] = [...messagingTables, 'lane_event'];

/**
 * Statements for a subgraph's first migration, run as the database's owner: outbox, inbox, parked events.
 * Each is one text for `this.addSql`.
 */
export const createMessagingTables: readonly string[] = [
  createEventHorizon,
  createOutbox,
  createInbox,
  createParkedEvent,
];

/**
 * Lanes: what an organization has too much of at once, until its turn comes; the lowest position is next. Rows come and go by thousands,
 * so it is vacuumed early. The event is kept as the text it was. For a migration of a room that listens, as the database's owner.
 */
export const createLanes = `
  create table lane_event (
    position bigint generated always as identity primary key,
    consumer text not null,
    organization_id uuid not null,
    event_id uuid not null,
    topic text not null,
    event json not null,
    unique (consumer, event_id)
  ) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
  create index lane_event_order on lane_event (consumer, organization_id, position);
  ${byOrganization('lane_event')}`;

/** Whose an event is; the platform's own are one more organization. Indexed: ask for it by the same words. */
export const senderOf = `coalesce(organization_id, '00000000-0000-0000-0000-000000000000')`;

/** For the relay, who takes from each organization in turn. Takes the place of an index by transaction. */
export const indexOutboxBySender = `
  create index outbox_by_sender on outbox ((${senderOf}), position) where published_at is null;
  drop index outbox_unpublished;`;
