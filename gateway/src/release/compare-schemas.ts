import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** `breaking`: a client of the old schema can fail. `dangerous`: it can meet what it doesn't know, such as a new value of an enum. */
export type SchemaChange = {
  readonly level: 'breaking' | 'dangerous' | 'safe';
  /** Such as `Query.invoices.first`. */
  readonly path: string;
  readonly message: string;
};

const levels = {
  [CriticalityLevel.Breaking]: 'breaking',
  [CriticalityLevel.Dangerous]: 'dangerous',
  [CriticalityLevel.NonBreaking]: 'safe',
} as const;

/**
 * What changed for the clients of a schema, the worst first.
 * @param released what they were promised, as text
 * @param present what they would get
 * @throws GraphQLError when one of the two is no schema
 */
export async function compareSchemas(released: string, present: string): Promise<SchemaChange[]> {
  const changes = await diff(buildSchema(released), buildSchema(present));
  const found = changes.map(({ criticality, message, path = '' }) => ({
    level: levels[criticality.level],
    path,
    message,
  }));
  const order = Object.values(levels);
  return found.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}
