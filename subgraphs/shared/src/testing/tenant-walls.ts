import { withClient } from '../database/provision.ts';

/** Tables without business data, and why each needs no wall. */
export type OpenTables = Readonly<Record<string, string>>;

const everywhere: OpenTables = {
  migration: 'which migrations ran',
};

type Table = {
  readonly name: string;
  readonly has_organization: boolean;
  readonly is_enabled: boolean;
  readonly is_forced: boolean;
  readonly is_walled: boolean;
};

/**
 * What is wrong with the walls between organizations, found from the catalogue: each table must have organization_id, row-level
 * security that is forced on its owner too, and a policy for the application's role that asks for the current organization.
 * Empty when all is well. Tables without business data are named by the caller, with a reason.
 */
export async function tenantWallProblems(
  ownerUrl: string,
  openTables: OpenTables = {},
): Promise<string[]> {
  const tables = await withClient(ownerUrl, (client) => client.query<Table>(catalogue));
  const open = { ...everywhere, ...openTables };
  return tables.rows.filter(({ name }) => !(name in open)).flatMap(problemsOf);
}

/** Every policy that the application's role falls under must ask for the current organization: one that doesn't is a hole. */
const catalogue = `
  select c.relname as name, c.relrowsecurity as is_enabled, c.relforcerowsecurity as is_forced,
    exists (select from pg_attribute a
      where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped) as has_organization,
    coalesce((
      select bool_and(
        pg_get_expr(coalesce(p.polwithcheck, p.polqual), c.oid) ~ 'organization_id.*app.organization_id'
        and (p.polqual is null or pg_get_expr(p.polqual, c.oid) ~ 'organization_id.*app.organization_id'))
      from pg_policy p
      where p.polrelid = c.oid and p.polroles && array[0::oid, 'finflow_app'::regrole::oid]
    ), false) as is_walled
  from pg_class c
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
  order by 1`;

function problemsOf(table: Table): string[] {
  const { name } = table;
  return [
    ...(table.has_organization ? [] : [`${name} has no organization_id`]),
    ...(table.is_enabled ? [] : [`${name} has no row-level security`]),
    ...(table.is_forced ? [] : [`${name} does not force row-level security on its owner`]),
    ...(table.is_walled ? [] : [`${name} has no policy by organization, or one that is open`]),
  ];
}
