import { Kind, parse, visit, type DocumentNode, type ObjectTypeDefinitionNode } from 'graphql';
import { argumentsOf } from './linked-directives.ts';

/**
 * Leaves out that a subgraph names a field as another one's when it doesn't use it any more: the planner takes that for a mistake.
 * @param names of the fields that may have lost their use
 */
export function withoutUnusedExternals(
  supergraph: DocumentNode,
  names: ReadonlySet<string>,
): DocumentNode {
  const used = namesInFieldSets(supergraph);
  return visit(supergraph, {
    ObjectTypeDefinition: (type: ObjectTypeDefinitionNode) => {
      if (type.interfaces && type.interfaces.length > 0) return undefined; // They may want it.
      return {
        ...type,
        fields: (type.fields ?? []).map((field) => {
          if (!names.has(field.name.value)) return field;
          const directives = (field.directives ?? []).filter((directive) => {
            const { graph, external } = argumentsOf(directive);
            return (
              external !== true ||
              used.has(`${typeof graph === 'string' ? graph : ''}.${field.name.value}`)
            );
          });
          return { ...field, directives };
        }),
      };
    },
  });
}

/** Each as `GRAPH.field`. */
function namesInFieldSets(supergraph: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(supergraph, {
    Directive: (directive) => {
      if (!directive.name.value.startsWith('join__')) return;
      const graph = directive.arguments?.find(({ name }) => name.value === 'graph')?.value;
      if (graph?.kind !== Kind.ENUM) return;
      for (const { name, value } of directive.arguments ?? []) {
        if (value.kind !== Kind.STRING || !fieldSets.has(name.value)) continue;
        visit(parse(`{${value.value}}`), {
          Field: (field) => void names.add(`${graph.value}.${field.name.value}`),
        });
      }
    },
  });
  return names;
}

const fieldSets = new Set(['key', 'requires', 'provides']);
