import { Migration } from '@mikro-orm/migrations';

/** The tables as the entities say; their guards follow in the next migration. */
export class Migration20261122010000_initial extends Migration {
  override name = 'Migration20261122010000_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table dispute (id uuid not null, organization_id uuid not null, payment_id uuid not null, provider_dispute_id varchar(255) not null, amount_minor bigint not null, fee_minor bigint not null, phase varchar(255) not null, opened_at timestamptz not null, closed_at timestamptz null, primary key (id));`,
    );
    this.addSql(
      `alter table dispute add constraint dispute_provider_dispute_id_unique unique (provider_dispute_id);`,
    );
    this.addSql(`create index dispute_payment_id_id_index on dispute (payment_id, id);`);

    this.addSql(
      `create table organization (organization_id uuid not null, name varchar(500) not null, is_demo boolean not null, primary key (organization_id));`,
    );

    this.addSql(
      `create table payable_invoice (id uuid not null, organization_id uuid not null, number varchar(255) null, status varchar(255) not null, currency char(3) not null, total_minor bigint not null, due_minor bigint not null, balance_at timestamptz not null, primary key (id));`,
    );

    this.addSql(
      `create table payment (id uuid not null, organization_id uuid not null, invoice_id uuid not null, status varchar(255) not null, currency char(3) not null, amount_minor bigint not null, refunded_minor bigint not null default '0', fee_minor bigint null, provider varchar(255) not null, provider_intent_id varchar(255) null, provider_charge_id varchar(255) null, method_kind varchar(255) null, method_brand varchar(255) null, last_four_sealed text null, failure_code varchar(255) null, failure_message text null, failure_reference varchar(255) null, cancel_requested_at timestamptz null, next_check_at timestamptz null, checks int not null default 0, created_at timestamptz not null, completed_at timestamptz null, primary key (id));`,
    );
    this.addSql(
      `alter table payment add constraint payment_provider_intent_id_unique unique (provider_intent_id);`,
    );
    this.addSql(
      `create index payment_organization_id_created_at_id_index on payment (organization_id, created_at, id);`,
    );
    this.addSql(
      `create index payment_organization_id_invoice_id_index on payment (organization_id, invoice_id);`,
    );
    this.addSql(`create index payment_next_check_at_index on payment (next_check_at);`);

    this.addSql(
      `create table payment_activity (id uuid not null, organization_id uuid not null, payment_id uuid not null, status varchar(255) not null, at timestamptz not null, cause varchar(255) not null, message text null, primary key (id));`,
    );
    this.addSql(
      `create index payment_activity_payment_id_id_index on payment_activity (payment_id, id);`,
    );

    this.addSql(
      `create table refund (id uuid not null, organization_id uuid not null, payment_id uuid not null, amount_minor bigint not null, status varchar(255) not null, reason text null, idempotency_key varchar(200) null, provider_refund_id varchar(255) null, created_at timestamptz not null, completed_at timestamptz null, primary key (id));`,
    );
    this.addSql(
      `alter table refund add constraint refund_provider_refund_id_unique unique (provider_refund_id);`,
    );
    this.addSql(`create index refund_payment_id_id_index on refund (payment_id, id);`);
    this.addSql(
      `alter table refund add constraint refund_organization_id_idempotency_key_unique unique (organization_id, idempotency_key);`,
    );

    this.addSql(
      `create table start_request (organization_id uuid not null, idempotency_key varchar(200) not null, invoice_id uuid not null, payment_id uuid not null, created_at timestamptz not null, primary key (organization_id, idempotency_key));`,
    );

    this.addSql(
      `create table webhook_inbox (id uuid not null, provider varchar(255) not null, event_id varchar(255) not null, type varchar(255) not null, intent_id varchar(255) null, payment_id uuid null, payload_sealed text not null, received_at timestamptz not null, processed_at timestamptz null, outcome varchar(255) null, attempts int not null default 0, next_attempt_at timestamptz not null, primary key (id));`,
    );
    this.addSql(
      `create index webhook_inbox_processed_at_next_attempt_at_index on webhook_inbox (processed_at, next_attempt_at);`,
    );
    this.addSql(
      `alter table webhook_inbox add constraint webhook_inbox_provider_event_id_unique unique (provider, event_id);`,
    );
  }
}
