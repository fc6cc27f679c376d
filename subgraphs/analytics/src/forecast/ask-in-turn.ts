/**
 * SQL that asks for a new forecast wherever the newest one is stale, though nothing in the books tells of it. One each half second, what was
 * forecast last first: who posts meanwhile doesn't wait behind all of them, and each has its turn though the process stops in
 * between. For the owner, of all organizations.
 * @param isStale a condition on the newest forecast (`made_at`, `version`, `as_of`) and its organization
 */
export const askInTurn = (isStale: string): string => `
  insert into forecast_request (organization_id, first_change_at, last_change_at)
  select organization_id, turn, turn
  from (
    select organization_id,
      clock_timestamp() + row_number() over (order by made_at desc) * interval '500 ms' as turn
    from (
      select distinct on (organization_id) organization_id, made_at, version, outlook ->> 'asOf' as as_of
      from forecast order by organization_id, made_at desc, id desc
    ) as newest join organization using (organization_id)
    where ${isStale}
  ) as stale
  on conflict do nothing`;
