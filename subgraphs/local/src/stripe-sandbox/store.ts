import type { Tables, TableName } from './objects.ts';

/** One changed row; null means removed. */
export type Change = readonly [table: TableName, id: string, row: object | null];

export interface Store {
  get<T extends TableName>(table: T, id: string): Tables[T] | undefined;
  /** Every row, oldest first. */
  all<T extends TableName>(table: T): readonly Tables[T][];
  /** Rows are never changed in place: put a new object. */
  put<T extends TableName>(table: T, row: Tables[T]): void;
  remove(table: TableName, id: string): void;
  /** All changes of `work` or, when it throws, none. Then the journal and the listeners hear of it. */
  transaction<R>(work: () => R): R;
  onCommit(listener: () => void): void;
}

type Maps = { readonly [T in TableName]: Map<string, Tables[T]> };

const emptyTables = (): Maps => ({
  payment_intents: new Map(),
  charges: new Map(),
  refunds: new Map(),
  disputes: new Map(),
  balance_transactions: new Map(),
  payment_methods: new Map(),
  setup_intents: new Map(),
  customers: new Map(),
  payouts: new Map(),
  events: new Map(),
  webhook_endpoints: new Map(),
  behaviours: new Map(),
  deliveries: new Map(),
  tasks: new Map(),
  answers: new Map(),
  settings: new Map(),
  paid_out: new Map(),
});

export const tableNames = Object.keys(emptyTables());

/** Tables in memory. `record` is given the changes of each transaction before anyone sees them. */
export function createStore(record: (changes: readonly Change[]) => void = () => {}): Store {
  const maps = emptyTables();
  const listeners: (() => void)[] = [];
  let undo: (() => void)[] | null = null;
  let changes = new Map<string, Change>();

  function note<T extends TableName>(table: T, id: string, row: Tables[T] | null): void {
    if (undo === null) throw new Error('The sandbox changes state only in a transaction.');
    const map: Map<string, Tables[T]> = maps[table];
    const before = map.get(id);
    undo.push(() => void (before === undefined ? map.delete(id) : map.set(id, before)));
    changes.set(`${table} ${id}`, [table, id, row]);
    if (row === null) map.delete(id);
    if (row !== null) map.set(id, row);
  }

  function transaction<R>(work: () => R): R {
    if (undo !== null) return work();
    undo = [];
    changes = new Map();
    try {
      const result = work();
      if (changes.size > 0) record([...changes.values()]);
      undo = null;
      for (const listener of listeners) listener();
      return result;
    } catch (error) {
      for (const revert of undo?.toReversed() ?? []) revert();
      undo = null;
      throw error;
    }
  }

  return {
    get: (table, id) => maps[table].get(id),
    all: (table) => [...maps[table].values()],
    put: (table, row) => note(table, row.id, row),
    remove: (table, id) => note(table, id, null),
    transaction,
    onCommit: (listener) => void listeners.push(listener),
  };
}
