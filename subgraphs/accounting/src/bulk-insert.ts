import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** Rows go to the database in pieces of this many, so that no statement grows without a bound. */
const rowsPerStatement = 5000;

/** Property to its column's type in Postgres; the column is the property in snake case. */
export type Columns = Readonly<Record<string, string>>;
type Value = string | number | bigint | boolean | Date | null;

/** Inserts rows by one statement for each few thousand. Names of table and columns are ours, never from outside. */
export async function bulkInsert<C extends Columns>(
  em: SqlEntityManager,
  table: string,
  columns: C,
  rows: readonly { readonly [K in keyof C]: Value }[],
): Promise<void> {
  const names = Object.keys(columns).map(snakeCase).join(', ');
  const values = Object.keys(columns).map((name) => `"${name}"`);
  const types = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  const insert = `insert into ${table} (${names})
    select ${values.join(', ')} from jsonb_to_recordset(?::jsonb) as row (${types.join(', ')})`;
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const piece = rows.slice(start, start + rowsPerStatement);
    await em.execute(insert, [JSON.stringify(piece, exactly)]);
  }
}

/** Integers beyond 2^53 travel as text: Postgres casts them to bigint. */
const exactly = (_key: string, value: unknown) =>
  typeof value === 'bigint' ? value.toString() : value;

const snakeCase = (name: string) =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
