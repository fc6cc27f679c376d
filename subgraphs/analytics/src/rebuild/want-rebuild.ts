/**
 * Asks for a rebuild, in SQL. A migration that adds a projection runs it, so that what the log said before is in it too. Where nothing was
 * heard yet there is nothing to make anew.
 */
export const wantRebuild = `insert into rebuild_wanted (id) select 1 where exists (select from organization)
  on conflict do nothing`;
