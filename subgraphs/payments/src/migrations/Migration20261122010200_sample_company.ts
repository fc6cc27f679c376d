import { Migration } from '@mikro-orm/migrations';

/**
 * A sample company can be removed, in the transaction that hears of it. The application has no right to delete anything: the owner's
 * function does it, for the current organization and only when that was born as a sample.
 */
export class Migration20261122010200_sample_company extends Migration {
  override name = 'Migration20261122010200_sample_company';

  override up(): void {
    this.addSql(deleteSampleOrganization);
    this.addSql(`revoke all on function delete_sample_organization() from public;
      grant execute on function delete_sample_organization() to finflow_app;`);
  }
}

/** True when it was deleted, false for a real organization, null for one that was not heard of yet. */
const deleteSampleOrganization = `
  create function delete_sample_organization() returns boolean
    language plpgsql security definer set search_path = public as $$
  declare
    target constant uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
    is_sample boolean;
  begin
    select o.is_demo into is_sample from organization o where o.organization_id = target for update;
    if is_sample is not true then return is_sample; end if;
    delete from webhook_inbox w using payment p where p.organization_id = target
      and (p.id = w.payment_id or p.provider_intent_id = w.intent_id);
    delete from start_request r where r.organization_id = target;
    delete from dispute d where d.organization_id = target;
    delete from refund r where r.organization_id = target;
    delete from payment_activity a where a.organization_id = target;
    delete from payment p where p.organization_id = target;
    delete from payable_invoice i where i.organization_id = target;
    delete from organization o where o.organization_id = target;
    return true;
  end $$`;
