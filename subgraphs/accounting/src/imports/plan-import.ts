import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ParsedFile } from './parse-receivables.ts';
import type { ImportRow } from './parse-row.ts';
import type { RowError } from './row-error.ts';

/** What an import would do. */
export type ImportPlan = {
  readonly rowsTotal: number;
  /** Rows to write, by invoice date. */
  readonly rows: readonly ImportRow[];
  /** Rows that an earlier import brought in. */
  readonly known: number;
  readonly rejected: number;
  readonly errors: readonly RowError[];
};

/**
 * Compares a file with the books: rows that are there already are left out; NUMBER_TAKEN and PERIOD_CLOSED are added to what
 * is wrong.
 */
export async function planImport(em: SqlEntityManager, file: ParsedFile): Promise<ImportPlan> {
  const [known, taken, closedThrough] = await Promise.all([
    firstColumn(
      em,
      'select fingerprint as value from import_row where fingerprint in (select jsonb_array_elements_text(?::jsonb))',
      file.rows.map(({ fingerprint }) => fingerprint),
    ),
    firstColumn(
      em,
      'select reference as value from invoice where reference in (select jsonb_array_elements_text(?::jsonb))',
      file.rows.map(({ number }) => number),
    ),
    lastClosedDay(em),
  ]);
  const fresh = file.rows.filter(({ fingerprint }) => !known.has(fingerprint));
  const problems = fresh.flatMap((row) => problemOf(row, taken, closedThrough) ?? []);
  const badLines = new Set([...file.errors, ...problems].map(({ line }) => line));
  return {
    rowsTotal: file.rowsTotal,
    rows: fresh.filter(({ line }) => !badLines.has(line)).toSorted(byDate),
    known: file.rows.length - fresh.length,
    rejected: badLines.size,
    errors: [...file.errors, ...problems].toSorted((a, b) => a.line - b.line),
  };
}

async function firstColumn(em: SqlEntityManager, query: string, values: readonly string[]) {
  const rows = await em.execute<{ value: string }[]>(query, [JSON.stringify(values)]);
  return new Set(rows.map(({ value }) => value));
}

async function lastClosedDay(em: SqlEntityManager): Promise<string | null> {
  const query = 'select max(closed_through)::text as day from period_lock';
  const [row] = await em.execute<{ day: string | null }[]>(query);
  return row?.day ?? null;
}

function problemOf(
  row: ImportRow,
  taken: ReadonlySet<string>,
  closedThrough: string | null,
): RowError | null {
  if (taken.has(row.number)) {
    const message = `The number ${row.number} is in the books already, with other content.`;
    return { line: row.line, column: 'invoiceNumber', code: 'NUMBER_TAKEN', message };
  }
  if (closedThrough === null || row.issueDate > closedThrough) return null;
  const message = `The books are closed through ${closedThrough}.`;
  return { line: row.line, column: 'InvoiceDate', code: 'PERIOD_CLOSED', message };
}

const byDate = (a: ImportRow, b: ImportRow) =>
  a.issueDate === b.issueDate ? a.line - b.line : a.issueDate < b.issueDate ? -1 : 1;
