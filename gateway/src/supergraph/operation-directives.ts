import {
  Kind,
  type ConstDirectiveNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
} from 'graphql';
import { linkOf, type Link } from './linked-directives.ts';

/** Where a directive may stand in an operation. */
const executable: ReadonlySet<string> = new Set([
  'QUERY',
  'MUTATION',
  'SUBSCRIPTION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
]);

/**
 * Leaves out the links under which subgraphs compose directives of their own for operations (`@composeDirective`). Apollo's packages hide all
 * that stands under a link from clients, so nobody could use what is there for nothing else. A link that also brings directives for
 * schemas stays: those are not for clients.
 */
export function withOperationDirectives(supergraph: DocumentNode): DocumentNode {
  const directives = supergraph.definitions.filter(
    (definition) => definition.kind === Kind.DIRECTIVE_DEFINITION,
  );
  const isKept = (node: ConstDirectiveNode): boolean => {
    const link = linkOf(node);
    return !link || link.url.startsWith('https://specs.apollo.dev/') || !isForOperations(link);
  };
  const isForOperations = (link: Link): boolean => {
    const linked = directives.filter(({ name }) => isLinked(name.value, link));
    return linked.length > 0 && linked.every(isExecutable);
  };
  return {
    ...supergraph,
    definitions: supergraph.definitions.map((definition) =>
      definition.kind === Kind.SCHEMA_DEFINITION
        ? { ...definition, directives: definition.directives?.filter(isKept) ?? [] }
        : definition,
    ),
  };
}

const isExecutable = ({ locations }: DirectiveDefinitionNode): boolean =>
  locations.every(({ value }) => executable.has(value));

/** By the rules of specs.apollo.dev/link: imported, of the specification's own name, or below it. */
function isLinked(directive: string, { url, as, import: imports = [] }: Link): boolean {
  const namespace = as ?? /([^/]+)\/v\d+(?:\.\d+)?\/?$/.exec(url)?.[1];
  const isImported = imports.some((imported) => {
    const { name, as: alias = name } = typeof imported === 'string' ? { name: imported } : imported;
    return alias === `@${directive}`;
  });
  return (
    isImported ||
    (namespace !== undefined && (directive === namespace || directive.startsWith(`${namespace}__`)))
  );
}
