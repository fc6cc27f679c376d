import { visit, type DirectiveNode, type DocumentNode } from 'graphql';
import { argumentsOf } from './linked-directives.ts';

/**
 * Leaves out the keys by which a subgraph can't be asked for a type, where it can be by another key. The planner takes the first key
 * whose fields it has, and finds no way when that is one of these. Nothing is lost: to leave a subgraph the other one's key counts.
 */
export const withoutShadowingKeys = (supergraph: DocumentNode): DocumentNode =>
  visit(supergraph, {
    ObjectTypeDefinition: withoutShadowing,
    InterfaceTypeDefinition: withoutShadowing,
  });

function withoutShadowing<T extends { readonly directives?: readonly DirectiveNode[] }>(
  type: T,
): T {
  const { directives = [] } = type;
  const keys = directives.map((directive) => keyOf(directive));
  const resolvable = new Set(keys.flatMap((key) => (key?.isResolvable ? [key.graph] : [])));
  const kept = directives.filter((_, index) => {
    const key = keys[index];
    return !key || key.isResolvable || !resolvable.has(key.graph);
  });
  return { ...type, directives: kept };
}

function keyOf(directive: DirectiveNode) {
  if (directive.name.value !== 'join__type') return null;
  const { graph, key, resolvable } = argumentsOf(directive);
  return typeof key === 'string' ? { graph, isResolvable: resolvable !== false } : null;
}
