import { Migration } from '@mikro-orm/migrations';

const tellTimeZones = `
  insert into outbox (id, organization_id, topic, key, event)
  select event_id, told.id, 'organization_updated', id::text, jsonb_build_object(
    'specversion', '1.0',
    'id', event_id,
    'source', '/auth',
    'type', 'finflow.organization_updated.v1',
    'subject', id,
    'time', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'datacontenttype', 'application/json',
    'organizationid', id,
    'traceparent', format('00-%s-%s-01', md5(event_id::text), left(md5(id::text), 16)),
    'data', jsonb_build_object(
      'organizationId', id, 'name', name, 'country', country, 'timeZone', time_zone))
  from (select organization.*, gen_random_uuid() as event_id from organization) as told
  where time_zone <> 'UTC' order by told.id`;

/**
 * Tells once more where organizations are. Who chose a zone before accounting and payments listened to it was in UTC there until the
 * next change: their days of the books and of payments would be others than analytics'. Hearing it again changes nothing.
 */
export class Migration20261122234500_tell_time_zones extends Migration {
  override name = 'Migration20261122234500_tell_time_zones';

  override up(): void {
    this.addSql(tellTimeZones);
  }
}
