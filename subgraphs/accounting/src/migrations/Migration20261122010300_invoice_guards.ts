import { Migration } from '@mikro-orm/migrations';

/**
 * Invoices keep their promises by themselves: numbers without a gap, nothing of an issued invoice changes, and never more money
 * is applied to one than it asks for. Refusals are as in the ledger's guards.
 */
export class Migration20261122010300_invoice_guards extends Migration {
  override up(): void {
    for (const statement of [
      shapes,
      importRow,
      sameOrganization,
      oneImport,
      keepInvoice,
      numberInvoices,
      keepLines,
      settleInvoices,
      refundInvoices,
      immutable,
      rights,
    ]) {
      this.addSql(statement);
    }
  }
}

const shapes = `
  alter table customer
    add constraint customer_has_a_name check (name <> ''),
    add foreign key (organization_id) references organization;
  alter table invoice
    add foreign key (customer_id) references customer,
    add constraint invoice_currency check (currency ~ '^[A-Z]{3}$'),
    add constraint invoice_sums_up check (
      subtotal_minor >= 0 and discount_minor between 0 and subtotal_minor and tax_minor >= 0
      and total_minor = subtotal_minor - discount_minor + tax_minor),
    add constraint invoice_never_overpaid check (paid_minor between 0 and total_minor),
    add constraint invoice_never_overrefunded check (refunded_minor between 0 and paid_minor),
    add constraint invoice_due_after_issue check (due_date >= issue_date),
    add constraint invoice_is_issued_whole check (
      case when number_index is null
        then number is null and issue_date is null and issue_key is null
        else number is not null and issue_date is not null and issue_key is not null and total_minor > 0
      end),
    add constraint invoice_number check (
      number = 'INV-' || lpad(number_index::text, greatest(5, length(number_index::text)), '0'));
  alter table invoice_line
    add foreign key (invoice_id) references invoice on delete cascade,
    add constraint line_position check (position between 1 and 200),
    add constraint line_quantity check (quantity > 0),
    add constraint line_percents check (
      discount_percent between 0 and 100 and tax_percent between 0 and 100),
    add constraint line_amounts check (
      unit_price_minor >= 0 and net_minor between 0 and gross_minor and tax_minor >= 0);
  alter table invoice_activity
    add foreign key (invoice_id) references invoice on delete cascade,
    add constraint activity_kind check (
      kind in ('CREATED', 'ISSUED', 'PAYMENT_RECEIVED', 'PAID', 'REFUNDED', 'DISPUTED'));
  alter table settlement
    add foreign key (invoice_id) references invoice,
    add constraint settlement_is_positive check (
      amount_minor >= 0 and surplus_minor >= 0 and amount_minor + surplus_minor > 0),
    add constraint settlement_method check (
      method in ('BANK_TRANSFER', 'CASH', 'CHEQUE', 'CARD', 'BANK_DEBIT'));
  alter table refund
    add foreign key (settlement_id) references settlement,
    add foreign key (invoice_id) references invoice,
    add constraint refund_is_positive check (
      amount_minor >= 0 and surplus_minor >= 0 and amount_minor + surplus_minor > 0
      and tax_minor between 0 and amount_minor);
  alter table journal_entry
    add foreign key (invoice_id) references invoice;
  alter table receivables_import add foreign key (organization_id) references organization`;

/** What a row of an imported file said, so that a second import of it adds nothing. */
const importRow = `
  create table import_row (
    organization_id uuid not null,
    fingerprint varchar(64) not null,
    import_id uuid not null references receivables_import,
    line int not null,
    invoice_id uuid not null,
    primary key (organization_id, fingerprint),
    foreign key (invoice_id) references invoice
  )`;

/** One import of an organization runs at a time. */
const oneImport = `
  create unique index receivables_import_running on receivables_import (organization_id)
    where status = 'RUNNING'`;

const references = [
  ['invoice', 'customer', 'customer_id'],
  ['invoice_line', 'invoice', 'invoice_id'],
  ['invoice_activity', 'invoice', 'invoice_id'],
  ['settlement', 'invoice', 'invoice_id'],
  ['refund', 'invoice', 'invoice_id'],
  ['refund', 'settlement', 'settlement_id'],
  ['journal_entry', 'invoice', 'invoice_id'],
  ['import_row', 'invoice', 'invoice_id'],
  ['import_row', 'receivables_import', 'import_id'],
];

const sameOrganization = [
  ...references.map(
    ([table, parent, column]) => `
  create trigger same_organization_${parent} after insert on ${table} referencing new table as added
    for each statement execute function same_organization('${parent}', '${column}')`,
  ),
  `
  create trigger same_organization_moved after update on invoice referencing new table as added
    for each statement execute function same_organization('customer', 'customer_id')`,
].join(';');

const keepInvoice = `
  create function keep_invoice() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    declare moving text[] := array['paid_minor', 'refunded_minor'];
    begin
      if tg_op = 'INSERT' then
        if new.number_index is not null or new.paid_minor <> 0 or new.refunded_minor <> 0 then
          perform refuse('INVOICE_STARTS_AS_DRAFT', 'An invoice begins as a draft.');
        end if;
        return new;
      end if;
      if tg_op = 'DELETE' then
        if old.number_index is null
          or exists (select from organization where organization_id = old.organization_id and is_demo) then
          return old;
        end if;
        perform refuse('INVOICE_ISSUED', 'An issued invoice can''t be deleted.');
      end if;
      if old.number_index is not null and to_jsonb(new) - moving <> to_jsonb(old) - moving then
        perform refuse('INVOICE_ISSUED', 'An issued invoice can''t be changed.');
      end if;
      if old.number_index is null and new.number_index is not null and not exists (
        select from invoice_line where invoice_id = new.id
        having sum(gross_minor) = new.subtotal_minor and sum(tax_minor) = new.tax_minor
          and sum(net_minor) + sum(tax_minor) = new.total_minor
      ) then
        perform refuse('INVOICE_DOES_NOT_ADD_UP', 'The totals of an invoice must be those of its lines.');
      end if;
      return new;
    end $$;
  create trigger keep_invoice before insert or update or delete on invoice
    for each row execute function keep_invoice()`;

const numberInvoices = `
  create function number_invoices() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    declare
      issued record;
      known int;
    begin
      for issued in
        select n.organization_id, count(*)::int as count, min(n.number_index) as first, max(n.number_index) as last
        from after_update n join before_update o using (id)
        where o.number_index is null and n.number_index is not null
        group by 1 order by 1
      loop
        select invoice_count into known from organization
          where organization_id = issued.organization_id for update;
        if issued.first <> known + 1 or issued.last <> known + issued.count then
          perform refuse('NUMBER_GAP', 'Invoice numbers follow each other without a gap.');
        end if;
        update organization set invoice_count = issued.last where organization_id = issued.organization_id;
      end loop;
      return null;
    end $$;
  create trigger number_invoices after update on invoice
    referencing old table as before_update new table as after_update
    for each statement execute function number_invoices()`;

/** The invoice is locked, so that a line can't slip in while it is being issued. */
const keepLines = `
  create function keep_lines() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    declare
      invoice_of uuid := case tg_op when 'INSERT' then new.invoice_id else old.invoice_id end;
      issued int;
    begin
      select number_index into issued from invoice where id = invoice_of for share;
      if issued is not null and not (tg_op = 'DELETE' and exists (
        select from organization where organization_id = old.organization_id and is_demo)) then
        perform refuse('INVOICE_ISSUED', 'The lines of an issued invoice can''t be changed.');
      end if;
      if tg_op = 'UPDATE' and new.invoice_id <> old.invoice_id then
        perform refuse('INVOICE_ISSUED', 'A line stays with its invoice.');
      end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$;
  create trigger keep_lines before insert or update or delete on invoice_line
    for each row execute function keep_lines()`;

/** The check invoice_never_overpaid decides: two payments can't complete one invoice twice. */
const settleInvoices = `
  create function settle_invoices() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    begin
      if exists (
        select from added s join invoice i on i.id = s.invoice_id
        where i.number_index is null or i.currency <> s.currency
      ) then
        perform refuse('INVOICE_NOT_OPEN', 'Money is applied to an issued invoice, in its own currency.');
      end if;
      update invoice i set paid_minor = i.paid_minor + s.total
      from (select invoice_id, sum(amount_minor) as total from added group by invoice_id) s
      where i.id = s.invoice_id and s.total > 0;
      return null;
    end $$;
  create trigger settle_invoices after insert on settlement
    referencing new table as added for each statement execute function settle_invoices()`;

const refundInvoices = `
  create function refund_invoices() returns trigger language plpgsql
    security definer set search_path = public, pg_temp as $$
    declare over boolean;
    begin
      perform 1 from settlement where id in (select settlement_id from added) order by id for update;
      select bool_or(r.amount > s.amount_minor or r.surplus > s.surplus_minor) into over
      from (
        select settlement_id, sum(amount_minor) as amount, sum(surplus_minor) as surplus
        from refund where settlement_id in (select settlement_id from added) group by settlement_id
      ) r join settlement s on s.id = r.settlement_id;
      if over or exists (
        select from added a join settlement s on s.id = a.settlement_id where s.invoice_id <> a.invoice_id
      ) then
        perform refuse('AMOUNT_EXCEEDS_PAID', 'More can''t go back than came in.');
      end if;
      update invoice i set refunded_minor = i.refunded_minor + r.total
      from (select invoice_id, sum(amount_minor) as total from added group by invoice_id) r
      where i.id = r.invoice_id and r.total > 0;
      return null;
    end $$;
  create trigger refund_invoices after insert on refund
    referencing new table as added for each statement execute function refund_invoices()`;

const immutable = `
  create trigger stays before update on invoice_activity for each row execute function refuse_change();
  create trigger stays before update or delete on settlement for each row execute function refuse_change();
  create trigger stays before update or delete on refund for each row execute function refuse_change();
  create trigger stays_whole before truncate on settlement for each statement execute function refuse_change();
  create trigger stays_whole before truncate on refund for each statement execute function refuse_change()`;

/** What the app's role may not write, triggers write with the owner's rights. */
const rights = `
  revoke update, delete, truncate on settlement, refund, invoice_activity, import_row from finflow_app;
  revoke update, truncate on invoice from finflow_app;
  grant update (customer_id, number_index, number, currency, issue_date, due_date, notes, subtotal_minor,
    discount_minor, tax_minor, total_minor, issue_key, reference) on invoice to finflow_app;
  revoke truncate on customer, invoice_line, receivables_import from finflow_app;
  revoke delete on customer, receivables_import from finflow_app`;
