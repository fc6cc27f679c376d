import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { newId } from '@finflow/shared/ids';
import { bulkInsert } from '../bulk-insert.ts';
import type { PostingRoom } from '../ledger/post-entries.ts';
import type { ImportRow } from './parse-row.ts';

const columns = {
  id: 'uuid',
  organizationId: 'uuid',
  name: 'varchar',
  reference: 'varchar',
  createdAt: 'timestamptz',
};

/** The customers of a file by what the file calls them: those of earlier imports, and new ones for the others. */
export async function importCustomers(
  em: SqlEntityManager,
  rows: readonly ImportRow[],
  { organizationId, clock }: PostingRoom,
): Promise<Map<string, string>> {
  const references = [...new Set(rows.map(({ customer }) => customer))];
  const known = await em.execute<{ id: string; reference: string }[]>(
    `select id, reference from customer
     where reference in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(references)],
  );
  const idOf = new Map(known.map(({ id, reference }) => [reference, id]));
  const createdAt = clock.now();
  const fresh = references
    .filter((reference) => !idOf.has(reference))
    .map((reference) => ({ id: newId(), organizationId, name: reference, reference, createdAt }));
  await bulkInsert(em, 'customer', columns, fresh);
  for (const { id, reference } of fresh) idOf.set(reference, id);
  return idOf;
}
