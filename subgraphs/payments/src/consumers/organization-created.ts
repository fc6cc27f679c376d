import type { Handler } from '@finflow/shared/bus/handlers';

/** Remembers the organization's name for the pay page. What it was born as, sample or real, never changes. */
export const onOrganizationCreated: Handler<'organization_created'> = async ({ data }, { em }) => {
  await em.execute(
    `insert into organization (organization_id, name, is_demo) values (?, ?, ?)
     on conflict (organization_id) do nothing`,
    [data.organizationId, data.name, data.isDemo],
  );
};
