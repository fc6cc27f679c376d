import type { Client } from 'pg';
import { readModel } from './read-model.ts';

/** A table's rows, told apart from any other set of rows. */
export type Digest = {
  readonly table: string;
  readonly rows: number;
  /** SHA-256 of all rows as Postgres writes them, in the order of those texts. */
  readonly sha256: string;
};

/** The bytes of the read model, table by table. */
export async function readModelDigests(owner: Client): Promise<Digest[]> {
  const digests: Digest[] = [];
  for (const table of readModel) {
    const { rows } = await owner.query<{ rows: number; sha256: string }>(
      `select count(*)::int as rows, encode(sha256(convert_to(
         coalesce(string_agg(line, E'\\n' order by line), ''), 'UTF8')), 'hex') as sha256
       from (select ${table}::text as line from ${table}) as lines`,
    );
    for (const found of rows) digests.push({ table, ...found });
  }
  return digests;
}

/** Tables whose bytes differ. */
export const changedTables = (before: readonly Digest[], after: readonly Digest[]): string[] =>
  after
    .filter(({ table, sha256 }) => before.find((one) => one.table === table)?.sha256 !== sha256)
    .map(({ table }) => table);
