import { Migration } from '@mikro-orm/migrations';
import { createMessagingTables } from '@finflow/shared/outbox/schema';

/**
 * The walls of this room, as docs/adr/0002-identity-tenancy.md explains them: a person's rows are seen by that person,
 * an organization's rows by its members; before anybody is known, two narrow functions turn a credential into a user id.
 */
export class Migration20261122000100_guards extends Migration {
  override up(): void {
    const statements = [
      ...createMessagingTables,
      checks,
      currentCaller,
      ...ownRows.map(seenByUser),
      people,
      organizations,
      platformTables,
      ...narrowRights,
      findUserByEmail,
      findUserByRefreshToken,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}

const checks = `
  alter table user_account
    add constraint user_account_email_normalised check (email = lower(email) and email like '_%@_%'),
    add constraint user_account_name_present check (btrim(name) <> '');
  alter table password add constraint password_is_argon2id check (hash like '$argon2id$v=19$%');
  alter table organization
    add constraint organization_name_present check (btrim(name) <> ''),
    add constraint organization_base_currency_code check (base_currency ~ '^[A-Z]{3}$');
  alter table membership add constraint membership_role_known
    check (role in ('OWNER', 'ADMIN', 'ACCOUNTANT', 'MEMBER', 'VIEWER'));
  alter table session
    add constraint session_revocation_reasoned check ((revoked_at is null) = (revocation_reason is null)),
    add constraint session_revocation_reason_known check (revocation_reason in ('LOGGED_OUT', 'TOKEN_REUSED'));
  alter table refresh_token add constraint refresh_token_hashed check (hash ~ '^[0-9a-f]{64}$');
  alter table sign_in_attempt
    add constraint sign_in_attempt_key_hashed check (key ~ '^[0-9a-f]{64}$'),
    add constraint sign_in_attempt_failures_counted check (failures >= 0);`;

const currentCaller = `
  create function current_caller() returns uuid language sql stable as $$
    select nullif(current_setting('app.user_id', true), '')::uuid
  $$;
  create function current_organization() returns uuid language sql stable as $$
    select nullif(current_setting('app.organization_id', true), '')::uuid
  $$;`;

const secure = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_by_owner on ${table} to current_user using (true) with check (true);`;

/** Tables whose rows are one user's own business: nobody else sees them, not within the organization either. */
const ownRows = ['password', 'session', 'refresh_token'];

const seenByUser = (table: string) => `${secure(table)}
  create policy ${table}_by_user on ${table} to finflow_app
    using (user_id = current_caller()) with check (user_id = current_caller());`;

/** A person is seen by themselves and by the members of the organization in which the caller acts. */
const people = `${secure('user_account')}
  create policy user_account_own on user_account to finflow_app
    using (id = current_caller()) with check (id = current_caller());
  create policy user_account_of_organization on user_account for select to finflow_app
    using (exists (select from membership
      where membership.user_id = user_account.id
        and membership.organization_id = current_organization()));`;

/** Written inside the organization only; read from outside by those who belong to it, to choose where to go. */
const organizations = `${secure('organization')}${secure('membership')}
  create policy membership_by_organization on membership to finflow_app
    using (organization_id = current_organization())
    with check (organization_id = current_organization());
  create policy membership_own on membership for select to finflow_app
    using (user_id = current_caller());
  create policy organization_by_organization on organization for select to finflow_app
    using (id = current_organization());
  create policy organization_rename on organization for update to finflow_app
    using (id = current_organization());
  create policy organization_open on organization for insert to finflow_app
    with check (id = current_organization() and created_by = current_caller() and not is_demo);
  create policy organization_of_member on organization for select to finflow_app
    using (exists (select from membership
      where membership.organization_id = organization.id
        and membership.user_id = current_caller()));`;

/** Of nobody: counters under hashed names, and keys whose private part is encrypted. */
const platformTables = `${secure('sign_in_attempt')}${secure('signing_key')}
  create policy sign_in_attempt_by_app on sign_in_attempt to finflow_app
    using (true) with check (true);
  create policy signing_key_by_app on signing_key for select to finflow_app using (true);`;

/** What the application never does, it may not do: keys and sample companies are the owner's. */
const narrowRights = [
  'revoke update, delete on user_account, organization, membership from finflow_app',
  'grant update (name) on user_account to finflow_app',
  'grant update (name) on organization to finflow_app',
  'revoke delete on password, session, refresh_token from finflow_app',
  'revoke insert, update, delete on signing_key from finflow_app',
  'revoke all on migration from finflow_app',
];

/** The two doors through which a credential becomes a user id. They tell the id and nothing else. */
const door = (signature: string, query: string) => `
  create function ${signature} returns uuid language sql stable security definer
    set search_path = pg_catalog, public as $$ ${query} $$;
  revoke all on function ${signature} from public;
  grant execute on function ${signature} to finflow_app;`;

const findUserByEmail = door(
  'find_user_by_email(sought text)',
  'select id from user_account where email = sought',
);

const findUserByRefreshToken = door(
  'find_user_by_refresh_token(sought text)',
  'select user_id from refresh_token where hash = sought',
);
