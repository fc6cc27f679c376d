import { Migration } from '@mikro-orm/migrations';
import { createMessagingTables } from '@finflow/shared/outbox/schema';

/** What the database itself refuses, whatever the application's code does: see README "Invariants". */
export class Migration20261122010100_guards extends Migration {
  override name = 'Migration20261122010100_guards';

  override up(): void {
    for (const table of tenantTables) this.addSql(wall(table));
    this.addSql(paymentRules);
    this.addSql(paymentLadder);
    this.addSql(activityIsAppendOnly);
    this.addSql(refundRules);
    this.addSql(disputeRules);
    this.addSql(invoiceRules);
    this.addSql(webhookRules);
    this.addSql(rights);
    for (const statement of createMessagingTables) this.addSql(statement);
  }
}

const tenantTables = [
  'organization',
  'payable_invoice',
  'payment',
  'payment_activity',
  'start_request',
  'refund',
  'dispute',
];

/** One organization's rows are all that the application can see or write. */
const wall = (table: string) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_by_organization on ${table} to finflow_app
    using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)
    with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
  create policy ${table}_by_owner on ${table} to current_user using (true) with check (true);`;

const paymentRules = `
  alter table payment
    add constraint payment_amount_is_positive check (amount_minor > 0),
    add constraint payment_refunded_within_amount check (refunded_minor between 0 and amount_minor),
    add constraint payment_fee_is_not_negative check (fee_minor >= 0),
    add constraint payment_currency_is_a_code check (currency ~ '^[A-Z]{3}$'),
    add constraint payment_status_is_known check (status in ('PENDING', 'PROCESSING', 'REQUIRES_ACTION',
      'COMPLETED', 'FAILED', 'CANCELLED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED')),
    add constraint payment_provider_is_known check (provider in ('STRIPE', 'MANUAL')),
    add constraint payment_method_is_known check (
      method_kind in ('CARD', 'BANK_TRANSFER', 'CASH', 'CHEQUE', 'BANK_DEBIT')),
    add constraint payment_last_four_is_sealed check (last_four_sealed ~ '^v1\\.[a-z0-9-]+\\.'),
    add constraint payment_captured_has_date check (
      status not in ('COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED') or completed_at is not null),
    add constraint payment_of_organization unique (organization_id, id);
  -- A second attempt at the same invoice would take the money twice.
  create unique index payment_one_open_attempt on payment (organization_id, invoice_id)
    where status in ('PENDING', 'PROCESSING', 'REQUIRES_ACTION', 'FAILED');`;

/** The payment machine's coarse shape, kept by the database: born pending, captured once, never back. */
const paymentLadder = `
  create function guard_payment() returns trigger language plpgsql as $$
  declare captured constant text[] := array['COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED'];
  begin
    if tg_op = 'INSERT' then
      if new.refunded_minor <> 0
        or new.status <> (case new.provider when 'MANUAL' then 'COMPLETED' else 'PENDING' end) then
        raise exception 'a payment begins PENDING, one recorded by hand COMPLETED' using errcode = '23514';
      end if;
      return new;
    end if;
    if (new.id, new.organization_id, new.invoice_id, new.amount_minor, new.currency, new.provider, new.created_at)
      is distinct from
      (old.id, old.organization_id, old.invoice_id, old.amount_minor, old.currency, old.provider, old.created_at) then
      raise exception 'what a payment is for never changes' using errcode = '23514';
    end if;
    if old.provider_intent_id is not null and new.provider_intent_id is distinct from old.provider_intent_id then
      raise exception 'a payment keeps its intent' using errcode = '23514';
    end if;
    if (old.status = any(captured) and new.status <> all(captured))
      or (old.status = 'CANCELLED' and new.status <> 'CANCELLED') then
      raise exception 'a payment never goes back from % to %', old.status, new.status using errcode = '23514';
    end if;
    if new.refunded_minor < old.refunded_minor then
      raise exception 'what was refunded stays refunded' using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger guard_payment before insert or update on payment
    for each row execute function guard_payment();`;

/** Foreign keys wait for the commit, because the ORM writes rows in an order of its own; they name the organization too. */
const activityIsAppendOnly = `
  alter table payment_activity add foreign key (organization_id, payment_id)
    references payment (organization_id, id) deferrable initially deferred;
  create function guard_payment_activity() returns trigger language plpgsql as $$
  begin
    -- A sample company goes as a whole; its mark is made at birth and can't be changed.
    if tg_op = 'DELETE' and exists (
      select from organization o where o.organization_id = old.organization_id and o.is_demo) then
      return old;
    end if;
    raise exception 'the history of a payment is only ever added to' using errcode = '23514';
  end $$;
  create trigger guard_payment_activity before update or delete on payment_activity
    for each row execute function guard_payment_activity();
  create function refuse_truncate() returns trigger language plpgsql as $$
  begin raise exception '% is never emptied', tg_table_name using errcode = '23514'; end $$;
  create trigger refuse_truncate before truncate on payment_activity
    for each statement execute function refuse_truncate();`;

const refundRules = `
  alter table refund
    add constraint refund_amount_is_positive check (amount_minor > 0),
    add constraint refund_status_is_known check (status in ('PENDING', 'COMPLETED', 'FAILED')),
    add foreign key (organization_id, payment_id) references payment (organization_id, id) deferrable initially deferred;
  create function guard_refund() returns trigger language plpgsql as $$
  declare paid bigint; given_back numeric;
  begin
    if tg_op = 'UPDATE' then
      if (new.id, new.organization_id, new.payment_id, new.amount_minor)
        is distinct from (old.id, old.organization_id, old.payment_id, old.amount_minor) then
        raise exception 'what a refund is for never changes' using errcode = '23514';
      end if;
      if old.status <> 'PENDING' and new.status <> old.status then
        raise exception 'a refund ends once' using errcode = '23514';
      end if;
      return new;
    end if;
    select amount_minor into paid from payment where id = new.payment_id
      and status in ('COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED') for update;
    if paid is null then
      raise exception 'only money that came in can be given back' using errcode = '23514';
    end if;
    select coalesce(sum(amount_minor), 0) into given_back from refund
      where payment_id = new.payment_id and status <> 'FAILED';
    if given_back + new.amount_minor > paid then
      raise exception 'more would be refunded than was paid' using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger guard_refund before insert or update on refund
    for each row execute function guard_refund();`;

const disputeRules = `
  alter table dispute
    add constraint dispute_amount_is_positive check (amount_minor > 0),
    add constraint dispute_fee_is_not_negative check (fee_minor >= 0),
    add constraint dispute_phase_is_known check (phase in ('OPENED', 'WON', 'LOST')),
    add foreign key (organization_id, payment_id) references payment (organization_id, id) deferrable initially deferred;`;

const invoiceRules = `
  alter table payable_invoice
    add constraint payable_invoice_amounts_are_not_negative check (total_minor >= 0 and due_minor >= 0),
    add constraint payable_invoice_status_is_known check (
      status in ('DRAFT', 'OPEN', 'PARTIALLY_PAID', 'PAID'));
  alter table start_request add foreign key (organization_id, payment_id)
    references payment (organization_id, id) deferrable initially deferred;`;

/** A notice arrives before anybody knows whose it is: only the owner's connection reads or writes it. */
const webhookRules = `
  alter table webhook_inbox enable row level security;
  alter table webhook_inbox force row level security;
  create policy webhook_inbox_by_owner on webhook_inbox to current_user using (true) with check (true);
  revoke all on webhook_inbox from finflow_app;
  alter table webhook_inbox
    add constraint webhook_inbox_payload_is_sealed check (payload_sealed ~ '^v1\\.[a-z0-9-]+\\.');
  create index webhook_inbox_waiting on webhook_inbox (next_attempt_at) where processed_at is null;`;

const rights = `
  revoke delete on organization, payable_invoice, payment, payment_activity, start_request, refund, dispute
    from finflow_app;
  revoke update on organization, payment_activity, start_request from finflow_app;
  revoke truncate, references, trigger on all tables in schema public from finflow_app;`;
