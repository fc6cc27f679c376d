import { Migration } from '@mikro-orm/migrations';

/**
 * The ledger keeps its promises by itself, whoever writes: entries balance, are chained without a gap, stay as they are, and
 * never reach into a closed period. Each refusal has SQLSTATE FF001 and a stable code as its hint.
 */
export class Migration20261122010200_ledger_guards extends Migration {
  override up(): void {
    for (const statement of [
      refuse,
      tables,
      ledgerHead,
      shapes,
      sameOrganization,
      sequence,
      lockLedger,
      chainEntries,
      addPostings,
      checkEntry,
      closePeriod,
      immutable,
      rights,
    ]) {
      this.addSql(statement);
    }
  }
}

const refuse = `
  create function refuse(code text, message text) returns void language plpgsql as $$
    begin raise exception using errcode = 'FF001', message = message, hint = code; end $$`;

/** Written by triggers alone. Balances are kept per day, so that any past date is a sum of few rows. */
const tables = `
  create table account_balance (
    organization_id uuid not null,
    account_id uuid not null,
    currency varchar(3) not null,
    day date not null,
    debit_minor numeric(38,0) not null,
    credit_minor numeric(38,0) not null,
    primary key (organization_id, account_id, currency, day)
  );
  create table period_lock (
    organization_id uuid not null,
    closed_through date not null,
    closed_by uuid not null,
    closed_at timestamptz(3) not null,
    primary key (organization_id, closed_through)
  );
  create table ledger_head (
    organization_id uuid primary key references organization,
    sequence int not null,
    hash varchar(64) not null
  )`;

/** An organization's chain begins with sixty-four zeros. */
const ledgerHead = `
  create function open_ledger() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    begin
      insert into ledger_head values (new.organization_id, 0, repeat('0', 64));
      return null;
    end $$;
  create trigger open_ledger after insert on organization for each row execute function open_ledger()`;

const shapes = `
  alter table organization
    add constraint organization_currency check (base_currency ~ '^[A-Z]{3}$'),
    add constraint organization_starts_empty check (invoice_count >= 0);
  alter table account
    add constraint account_type check (type in ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
    add constraint account_code check (code ~ '^[0-9]{4,10}$'),
    add foreign key (organization_id) references organization;
  alter table journal_entry
    add foreign key (organization_id) references organization,
    add foreign key (reversal_of) references journal_entry,
    add constraint entry_is_no_reversal_of_itself check (reversal_of <> id),
    add constraint entry_has_postings check (posting_count between 2 and 1000);
  alter table posting
    add constraint posting_side check (side in ('DEBIT', 'CREDIT')),
    add constraint posting_amount_is_positive check (amount_minor > 0),
    add constraint posting_currency check (currency ~ '^[A-Z]{3}$'),
    add foreign key (entry_id) references journal_entry,
    add foreign key (account_id) references account;
  alter table account_balance add foreign key (account_id) references account;
  alter table period_lock add foreign key (organization_id) references organization`;

/**
 * What a row refers to belongs to the row's own organization. Not a foreign key of two columns: on a young table Postgres may
 * look such a key up by another index that begins with organization_id, and read all rows for each.
 */
const sameOrganization = `
  create function same_organization() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    declare foreign_found boolean;
    begin
      execute format(
        'select exists (select from added c join %I p on p.id = c.%I where p.organization_id <> c.organization_id)',
        tg_argv[0], tg_argv[1]) into foreign_found;
      if foreign_found then
        perform refuse('OTHER_ORGANIZATION', tg_argv[1] || ' is of another organization.');
      end if;
      return null;
    end $$;
  create trigger same_organization_reversed after insert on journal_entry referencing new table as added
    for each statement execute function same_organization('journal_entry', 'reversal_of');
  create trigger same_organization_entry after insert on posting referencing new table as added
    for each statement execute function same_organization('journal_entry', 'entry_id');
  create trigger same_organization_account after insert on posting referencing new table as added
    for each statement execute function same_organization('account', 'account_id')`;

/** The link of the chain, computed again from the row itself: nobody can write a hash that does not fit. */
const sequence = `
  alter table journal_entry
    add constraint entry_hash_fits check (
      body_hash ~ '^[0-9a-f]{64}$' and previous_hash ~ '^[0-9a-f]{64}$' and
      hash = encode(sha256(convert_to(concat_ws('|', previous_hash, sequence, id, idempotency_key,
        (extract(epoch from created_at) * 1000)::bigint, body_hash), 'UTF8')), 'hex'))`;

/**
 * Takes the organization's ledger for this transaction: one after the other. Everybody takes it before any other row lock,
 * so that nobody waits in a circle.
 */
const lockLedger = `
  create function lock_ledger() returns table (sequence int, hash varchar, closed_through date)
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare organization uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
    begin
      perform 1 from ledger_head h where h.organization_id = organization for update;
      return query
        select h.sequence, h.hash,
          (select max(p.closed_through) from period_lock p where p.organization_id = organization)
        from ledger_head h where h.organization_id = organization;
    end $$`;

const chainEntries = `
  create function chain_entries() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    declare
      organization uuid;
      head ledger_head;
      closed date;
    begin
      for organization in select distinct organization_id from added order by 1 loop
        select * into head from ledger_head where organization_id = organization for update;
        select max(closed_through) into closed from period_lock where organization_id = organization;
        if exists (select from added where organization_id = organization and date <= closed) then
          perform refuse('PERIOD_CLOSED', 'The period through ' || closed || ' is closed.');
        end if;
        if exists (
          select from (
            select sequence, previous_hash,
              head.sequence + row_number() over (order by sequence) as place,
              lag(hash, 1, head.hash) over (order by sequence) as expected
            from added where organization_id = organization
          ) as link
          where sequence <> place or previous_hash <> expected
        ) then
          perform refuse('CHAIN_BROKEN', 'An entry does not follow the one before it.');
        end if;
        update ledger_head h set (sequence, hash) = (
          select a.sequence, a.hash from added a
          where a.organization_id = organization order by a.sequence desc limit 1)
        where h.organization_id = organization;
      end loop;
      return null;
    end $$;
  create trigger chain_entries after insert on journal_entry
    referencing new table as added for each statement execute function chain_entries()`;

/**
 * Balances move with the postings. An entry takes as many postings as it said at first and never one more, so that what was
 * found balanced stays so.
 */
const addPostings = `
  create function add_postings() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    begin
      if exists (
        select from added join journal_entry e on e.id = added.entry_id
        where added.position not between 1 and e.posting_count
      ) then
        perform refuse('ENTRY_SEALED', 'An entry can''t get more postings than it was made with.');
      end if;
      insert into account_balance as b
      select added.organization_id, added.account_id, added.currency, e.date,
        coalesce(sum(added.amount_minor) filter (where side = 'DEBIT'), 0),
        coalesce(sum(added.amount_minor) filter (where side = 'CREDIT'), 0)
      from added join journal_entry e on e.id = added.entry_id
      group by 1, 2, 3, 4
      order by 1, 2, 3, 4
      on conflict (organization_id, account_id, currency, day) do update set
        debit_minor = b.debit_minor + excluded.debit_minor,
        credit_minor = b.credit_minor + excluded.credit_minor;
      return null;
    end $$;
  create trigger add_postings after insert on posting
    referencing new table as added for each statement execute function add_postings()`;

/** Looks at the whole entry when the transaction commits: all postings there, in balance, and as its hash says. */
const checkEntry = `
  create function entry_body(entry journal_entry) returns text language sql stable
    set search_path = public, pg_temp as $$
    select array_to_json(array['v1', entry.date::text, entry.kind, entry.description,
        coalesce(entry.invoice_id::text, ''), coalesce(entry.payment_id::text, ''),
        coalesce(entry.reversal_of::text, '')])::text
      || coalesce(string_agg(array_to_json(
           array[account_id::text, side, amount_minor::text, currency])::text, '' order by position), '')
    from posting where entry_id = entry.id
  $$;
  create function check_entry() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    declare
      counted int;
      balanced boolean;
    begin
      select sum(lines), coalesce(bool_and(difference = 0), false) into counted, balanced
      from (
        select count(*) as lines,
          sum(case side when 'DEBIT' then amount_minor else -amount_minor end) as difference
        from posting where entry_id = new.id group by currency
      ) as per_currency;
      if coalesce(counted, 0) <> new.posting_count or not balanced then
        perform refuse('ENTRY_NOT_BALANCED', 'Debits and credits of an entry must be equal in each currency.');
      end if;
      if new.body_hash <> encode(sha256(convert_to(entry_body(new), 'UTF8')), 'hex') then
        perform refuse('HASH_MISMATCH', 'The hash of an entry does not fit what it says.');
      end if;
      return null;
    end $$;
  create constraint trigger check_entry after insert on journal_entry
    deferrable initially deferred for each row execute function check_entry()`;

const closePeriod = `
  create function close_period() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    begin
      perform 1 from ledger_head where organization_id = new.organization_id for update;
      if exists (select from period_lock
        where organization_id = new.organization_id and closed_through >= new.closed_through) then
        perform refuse('PERIOD_CLOSED', 'The period is closed already.');
      end if;
      return new;
    end $$;
  create trigger close_period before insert on period_lock for each row execute function close_period()`;

/** Only a sample company may go, and only by the owner's connection; what makes it one can't be changed. */
const immutable = `
  create function refuse_change() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    begin
      if tg_op = 'DELETE' then
        if exists (select from organization where organization_id = old.organization_id and is_demo) then
          return old;
        end if;
      end if;
      perform refuse('IMMUTABLE', 'What is in the books can''t be changed or deleted (' || tg_table_name || ').');
      return null;
    end $$;
  create trigger stays before update or delete on journal_entry for each row execute function refuse_change();
  create trigger stays before update or delete on posting for each row execute function refuse_change();
  create trigger stays before update or delete on period_lock for each row execute function refuse_change();
  create trigger stays_whole before truncate on journal_entry for each statement execute function refuse_change();
  create trigger stays_whole before truncate on posting for each statement execute function refuse_change();
  create trigger stays_whole before truncate on period_lock for each statement execute function refuse_change();
  create function keep_organization() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    begin
      if (new.organization_id, new.is_demo, new.base_currency)
        is distinct from (old.organization_id, old.is_demo, old.base_currency) then
        perform refuse('IMMUTABLE', 'Currency and kind of an organization stay as they are.');
      end if;
      return new;
    end $$;
  create trigger keep_organization before update on organization
    for each row execute function keep_organization()`;

const rights = `
  revoke update, delete, truncate on journal_entry, posting, period_lock from finflow_app;
  revoke insert, update, delete, truncate on account_balance, ledger_head from finflow_app;
  revoke update, delete, truncate on account, organization from finflow_app;
  grant update (name) on account to finflow_app;
  revoke execute on function lock_ledger() from public;
  grant execute on function lock_ledger() to finflow_app`;
