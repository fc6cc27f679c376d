import type { EntityClass } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { toConnection, type Page } from '@finflow/shared/graphql/connection';

/** Entities by their ids. */
export async function byId<T extends { id: string }>(
  em: SqlEntityManager,
  entity: EntityClass<T>,
  ids: readonly string[],
): Promise<Map<string, T>> {
  if (ids.length === 0) return new Map();
  const found = await em.find(entity, { id: { $in: [...ids] } } as never, { refresh: true });
  return new Map(found.map((row) => [row.id, row]));
}

/** A connection of entities, of which the query found ids and sort keys, one more than asked for. */
export async function connectionById<T extends { id: string }, K extends { readonly id: string }>(
  em: SqlEntityManager,
  entity: EntityClass<T>,
  keys: readonly K[],
  { page, sortKey }: { readonly page: Page; readonly sortKey: (key: K) => readonly string[] },
) {
  const { edges, pageInfo } = toConnection(keys, page, sortKey);
  const entities = await byId(
    em,
    entity,
    edges.map(({ node }) => node.id),
  );
  return {
    pageInfo,
    edges: edges.flatMap(({ cursor, node }) => {
      const found = entities.get(node.id);
      return found ? [{ cursor, node: found }] : []; // Deleted in between.
    }),
  };
}
