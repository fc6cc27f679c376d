import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { TableName } from './objects.ts';
import { type Change, createStore, type Store, tableNames } from './store.ts';

const isTableName = (name: unknown): name is TableName =>
  typeof name === 'string' && tableNames.includes(name);

function isChange(value: unknown): value is Change {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [table, id, row]: unknown[] = value;
  return isTableName(table) && typeof id === 'string' && typeof row === 'object';
}

/** The last state of every row, in the order of their first appearance. */
function replay(text: string): Map<string, Change> {
  const rows = new Map<string, Change>();
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const changes = parseLine(line, index === lines.length - 1);
    for (const change of changes) {
      const key = `${change[0]} ${change[1]}`;
      if (change[2] === null) rows.delete(key);
      if (change[2] !== null) rows.set(key, change);
    }
  }
  return rows;
}

/** A crash can cut the last line off in the middle: that transaction was never answered. */
function parseLine(line: string, mayBeCut: boolean): readonly Change[] {
  try {
    const parsed: unknown = JSON.parse(line);
    if (Array.isArray(parsed) && parsed.every(isChange)) return parsed;
  } catch (error) {
    if (!mayBeCut) throw new Error("The Stripe sandbox's journal is damaged.", { cause: error });
    return [];
  }
  throw new Error("The Stripe sandbox's journal holds a line of another program.");
}

/** A store whose transactions are lines of `file`; without a file it forgets at the end. */
export function openStore(file: string | undefined): Store {
  if (file === undefined) return createStore();
  mkdirSync(dirname(file), { recursive: true });
  const rows = existsSync(file) ? replay(readFileSync(file, 'utf8')) : new Map<string, Change>();
  const compacted = [...rows.values()].map((change) => `${JSON.stringify([change])}\n`).join('');
  writeFileSync(`${file}.new`, compacted, { mode: 0o600 });
  renameSync(`${file}.new`, file);

  let isLoading = true;
  const store = createStore((changes) => {
    if (!isLoading) appendFileSync(file, `${JSON.stringify(changes)}\n`);
  });
  store.transaction(() => {
    for (const [table, , row] of rows.values()) restore(store, table, row);
  });
  isLoading = false;
  return store;
}

/** The journal is the sandbox's own writing (checked above to be rows), so its shape is trusted. */
function restore(store: Store, table: TableName, row: object | null): void {
  if (row !== null && 'id' in row) store.put(table, row as Parameters<Store['put']>[1]);
}
