import { getDirective } from '@graphql-tools/utils';
import {
  isAbstractType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/**
 * Subgraphs that answer reads by organization, scopes and invoice alone, never by who the user is. Only what comes from nowhere
 * else is shared between users. A subgraph that begins to look at the user must be taken off this list.
 */
const impersonalSubgraphs: ReadonlySet<string> = new Set([
  'events',
  'payments',
  'accounting',
  'analytics',
]);

/** Whether a document selects a field that some other subgraph may answer, also through `@requires`. */
export function isPersonal(supergraph: GraphQLSchema, document: DocumentNode): boolean {
  const typeInfo = new TypeInfo(supergraph);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: ({ name }) => {
        const parent = typeInfo.getParentType();
        if (!parent || name.value.startsWith('__')) return;
        const types = isAbstractType(parent) ? supergraph.getPossibleTypes(parent) : [parent];
        found ||= types.some(
          (type) => isObjectType(type) && isPersonalField(supergraph, type, name.value),
        );
      },
    }),
  );
  return found;
}

function isPersonalField(
  supergraph: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): boolean {
  const field = type.getFields()[name];
  if (!field) return false; // Of an interface that this type does not have after all.
  const onField = getDirective(supergraph, field, 'join__field') ?? [];
  const onType = getDirective(supergraph, type, 'join__type') ?? [];
  const named = onField.filter(({ graph }) => graph !== undefined);
  // Of an interface object, which may live in any subgraph: the supergraph doesn't say which.
  if (onField.length > 0 && named.length === 0) return true;
  const graphs = (named.length > 0 ? named : onType).map(({ graph }) => String(graph));
  if (graphs.length === 0) return true;
  if (graphs.some((graph) => !impersonalSubgraphs.has(subgraphName(supergraph, graph))))
    return true;
  return named.some(
    ({ requires }) => typeof requires === 'string' && isPersonalSet(requires, type),
  );

  /** What a field requires comes from other subgraphs. One level is looked at; what goes deeper counts as personal. */
  function isPersonalSet(fields: string, of: GraphQLObjectType): boolean {
    if (/[{(]/.test(fields)) return true;
    return fields
      .split(/[\s,]+/)
      .filter((one) => one !== '')
      .some((one) => isPersonalField(supergraph, of, one));
  }
}

/** The enum of graphs has names in capitals; the subgraph's own is in its directive. */
function subgraphName(supergraph: GraphQLSchema, graph: string): string {
  const type = supergraph.getType('join__Graph');
  const value = type && 'getValue' in type ? type.getValue(graph) : undefined;
  const [own] = (value && getDirective(supergraph, value, 'join__graph')) ?? [];
  return typeof own?.['name'] === 'string' ? own['name'] : graph;
}
