import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Fate } from './fate.ts';

export type Row = Readonly<Record<string, unknown>>;

/** What a statement may do with the tables, inside its transaction. */
export type Store = {
  all(table: string): Row[];
  find(table: string, key: string): Row | undefined;
  put(table: string, key: string, row: Row): void;
  remove(table: string, key: string): void;
};

/** What Postgres would do for a statement that the services send: found by the words it contains. */
export type Statements = readonly (readonly [
  words: string,
  run: (store: Store, values: readonly unknown[], sql: string) => unknown[],
])[];

export type Design = {
  readonly statements: Statements;
  /** Columns that an entity has before anybody sets them. */
  readonly blanks: Readonly<Record<string, Row>>;
  /** Triggers: may throw, which rolls the transaction back. */
  readonly guard: (store: Store, table: string, row: Row) => void;
};

export type MemoryDatabase = ReturnType<typeof memoryDatabase>;

type Entity = { readonly name: string; readonly prototype: object };

const keyOf = (row: Row): string => String(row['id'] ?? row['idempotencyKey']);

/** Postgres as the services see it: transactions one after the other, a rollback undoes, a commit stays. */
export function memoryDatabase(design: Design, fate: Fate) {
  const tables = new Map<string, Map<string, Row>>();
  let undo: (() => void)[] = [];
  let turn: Promise<void> = Promise.resolve();

  const table = (name: string) => {
    const known = tables.get(name) ?? new Map<string, Row>();
    tables.set(name, known);
    return known;
  };
  const storeOf = (isUndoable: boolean): Store => {
    const remember = (name: string, key: string) => {
      if (!isUndoable) return;
      const before = table(name).get(key);
      undo.push(() => (before ? table(name).set(key, before) : table(name).delete(key)));
    };
    const store: Store = {
      all: (name) => [...table(name).values()],
      find: (name, key) => table(name).get(key),
      put: (name, key, row) => {
        design.guard(store, name, row);
        remember(name, key);
        table(name).set(key, row);
      },
      remove: (name, key) => {
        remember(name, key);
        table(name).delete(key);
      },
    };
    return store;
  };
  const rollBack = () => {
    for (const step of undo.toReversed()) step();
    undo = [];
  };

  async function transactional<T>(work: (em: SqlEntityManager) => Promise<T>): Promise<T> {
    const before = turn;
    const mine = Promise.withResolvers<void>();
    turn = mine.promise;
    await before;
    await fate.step();
    const em = entityManager(storeOf(true), true);
    try {
      const result = await work(em);
      await em.flush();
      await fate.step();
      undo = [];
      await fate.step();
      return result;
    } catch (error) {
      rollBack();
      throw error;
    } finally {
      mine.resolve();
    }
  }

  function entityManager(store: Store, isInTransaction: boolean): SqlEntityManager {
    const work = unitOfWork(store, design);
    const manager = {
      ...work,
      execute: async (sql: string, values: readonly unknown[] = []) => {
        await work.flush();
        if (!isInTransaction) await fate.step();
        return statementFor(design.statements, sql)(store, values, sql);
      },
      fork: () => entityManager(storeOf(false), false),
      isInTransaction: () => isInTransaction,
      transactional,
    };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that the services ask of it
    return manager as unknown as SqlEntityManager;
  }

  return {
    em: entityManager(storeOf(false), false),
    store: storeOf(false),
    /** The process is dead: what it had not committed never was. */
    afterDeath: () => {
      rollBack();
      turn = Promise.resolve();
    },
  };
}

const found = new Map<string, Statements[number][1]>();

function statementFor(statements: Statements, sql: string) {
  const known = found.get(sql);
  if (known) return known;
  const text = sql.replaceAll(/\s+/g, ' ');
  const [statement, another] = statements.filter(([words]) => text.includes(words));
  if (!statement || another) throw new Error(`The world must know this statement once: ${text}`);
  found.set(sql, statement[1]);
  return statement[1];
}

type Where = string | Row;

/** Entities read once are the same objects; a flush writes back what changed on them. */
function unitOfWork(store: Store, { blanks }: Design) {
  const known = new Map<string, { entity: Row; name: string; written: Row }>();
  const flush = async () => {
    for (const one of known.values()) {
      const changes = Object.entries(one.entity).filter(([name, to]) => one.written[name] !== to);
      if (changes.length === 0) continue;
      const key = keyOf(one.entity);
      store.put(one.name, key, { ...store.find(one.name, key), ...Object.fromEntries(changes) });
      one.written = { ...one.entity };
    }
  };
  const toEntity = (type: Entity, row: Row, written: Row = row): Row => {
    const place = `${type.name} ${keyOf(row)}`;
    const entity: Row = Object.assign(Object.create(type.prototype), row);
    const one = known.get(place) ?? { entity, name: type.name, written };
    known.set(place, one);
    return one.entity;
  };
  const find = async (type: Entity, where: Where) => {
    await flush();
    if (typeof where === 'string') {
      const row = store.find(type.name, where);
      return row ? [toEntity(type, row)] : [];
    }
    const rows = store.all(type.name).filter((row) => matches(row, where));
    return rows.map((row) => toEntity(type, row));
  };
  const findOne = async (type: Entity, where: Where) => (await find(type, where))[0] ?? null;
  return {
    flush,
    find,
    findOne,
    findOneOrFail: async (type: Entity, where: Where) => {
      const entity = await findOne(type, where);
      if (!entity) throw new Error(`No ${type.name} ${JSON.stringify(where)}.`);
      return entity;
    },
    count: async (type: Entity, where: Where) => (await find(type, where)).length,
    create: (type: Entity, row: Row) => toEntity(type, { ...blanks[type.name], ...row }, {}),
  };
}

const matches = (row: Row, where: Row) =>
  Object.entries(where).every(([name, wanted]) => {
    const value = row[name] ?? null;
    return isChoice(wanted) ? wanted.$in.includes(value) : value === wanted;
  });

const isChoice = (value: unknown): value is { $in: unknown[] } =>
  typeof value === 'object' && value !== null && '$in' in value;
