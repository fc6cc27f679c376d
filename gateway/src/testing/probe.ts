import type { GraphQLSchema } from 'graphql';
import { limitCodes } from '../limits/limit-codes.ts';
import { probeOperations } from './probe-operations.ts';

/** Sends an operation as the caller who is on trial. */
export type AskAs = (
  query: string,
) => Promise<{ readonly data?: unknown; readonly errors?: unknown }>;

export type ProbeOptions = {
  /** What clients see: built from web/schema.graphql. */
  readonly schema: GraphQLSchema;
  readonly ask: AskAs;
  /** Ids of somebody else's entities, tried wherever an id is asked for. */
  readonly ids: readonly string[];
  readonly kinds?: readonly ('query' | 'mutation')[];
};

export type ProbeResult = {
  /** `Type.field` of everything that came back with a value. */
  readonly fields: readonly string[];
  /** Everything that came back, as text: somebody else's names and ids must not be in it. */
  readonly text: string;
};

/**
 * Asks for every field that can be reached, with somebody else's ids, and says what came back. Run it as an anonymous caller
 * (fields must be a subset of public-fields.txt) and as a user of another organization (text must not hold the victim's data).
 */
export async function probe({
  schema,
  ask,
  ids,
  kinds = ['query'],
}: ProbeOptions): Promise<ProbeResult> {
  const fields = new Set<string>();
  const texts: string[] = [];
  const operations = new Set(
    ids.flatMap((id) => kinds.flatMap((kind) => probeOperations(schema, kind, { id }))),
  );
  for (const operation of operations) {
    const { data, errors } = await ask(operation);
    if (wasNotAsked(errors))
      throw new Error(`The probe is not valid: ${operation} ${JSON.stringify(errors)}`);
    const root = operation.startsWith('query') ? 'Query' : 'Mutation';
    collect(data, root, fields);
    texts.push(JSON.stringify({ data, errors }));
  }
  return { fields: [...fields].sort(), text: texts.join('\n') };
}

/** A probe that is refused for its form or its size has asked nothing, and would prove nothing. */
export const wasNotAsked = (errors: unknown): boolean => {
  const text = JSON.stringify(errors ?? null);
  return unasked.some((code) => text.includes(`"${code}"`));
};

const unasked = ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', ...limitCodes];

function collect(value: unknown, typeName: string, fields: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, typeName, fields);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const name = '__typename' in value ? String(value.__typename) : typeName;
  for (const [field, inner] of Object.entries(value)) {
    if (field === '__typename' || inner === null) continue;
    fields.add(`${name}.${field}`);
    collect(inner, '', fields);
  }
}
