import type { Handler } from '@finflow/shared/bus/handlers';
import { toldTimeZone } from '@finflow/shared/events/told-time-zone';
import { utc } from '@finflow/shared/time-zone';

/** Remembers the organization's name for the pay page, and its clocks. What it was born as, sample or real, never changes. */
export const onOrganizationCreated: Handler<'organization_created'> = async ({ data }, { em }) => {
  await em.execute(
    `insert into organization (organization_id, name, is_demo, time_zone) values (?, ?, ?, ?)
     on conflict (organization_id) do nothing`,
    [data.organizationId, data.name, data.isDemo, toldTimeZone(data) ?? utc],
  );
};
