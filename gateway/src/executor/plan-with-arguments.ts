import type {
  DeferredNode,
  FetchNode,
  PlanNode,
  QueryPlanSelectionNode,
} from '@apollo/query-planner';
import { parse, print, stripIgnoredCharacters, visit } from 'graphql';
import type { RequiredFields } from './required-fields.ts';
import { partsOf } from './split-fetch.ts';

/**
 * The plan with such fields asked for by their real names and arguments, and handed on under the names that subgraphs know. A fetch
 * that would have to hand on one field twice, with different arguments, becomes several.
 */
export function withArguments<T extends PlanNode | undefined>(node: T, fields: RequiredFields): T;
export function withArguments(
  node: PlanNode | undefined,
  fields: RequiredFields,
): PlanNode | undefined {
  if (!node || fields.meant.size === 0) return node;
  const inner = <N extends PlanNode | undefined>(child: N): N => withArguments(child, fields);
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map(inner) };
    case 'Flatten': {
      const child = inner(node.node);
      return child.kind === 'Parallel'
        ? { ...child, nodes: child.nodes.map((part) => ({ ...node, node: part })) }
        : { ...node, node: child };
    }
    case 'Fetch':
      return fetchWithArguments(node, fields);
    case 'Defer':
      return {
        ...node,
        primary: { ...node.primary, ...optional(inner(node.primary.node)) },
        deferred: node.deferred.map(
          (deferred): DeferredNode => ({ ...deferred, ...optional(inner(deferred.node)) }),
        ),
      };
    case 'Condition':
      return node;
    default:
      return node satisfies never;
  }
}

const optional = (node: PlanNode | undefined) => (node ? { node } : {});

function fetchWithArguments(fetch: FetchNode, fields: RequiredFields): PlanNode {
  const parts = partsOf(fetch, fields).map(
    (part): FetchNode => ({
      ...part,
      operation: operationWithArguments(part.operation, fields),
      ...(part.requires && {
        requires: part.requires.map((selection) => handedOn(selection, fields)),
      }),
    }),
  );
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind: 'Parallel', nodes: parts };
}

function operationWithArguments(operation: string, { meant }: RequiredFields): string {
  if (![...meant.keys()].some((name) => operation.includes(name))) return operation;
  const asked = visit(parse(operation), {
    Field: (field) => {
      const own = meant.get(field.name.value);
      if (!own) return undefined;
      return {
        ...field,
        name: own.name,
        alias: field.alias ?? field.name,
        arguments: [...(own.arguments ?? []), ...(field.arguments ?? [])],
      };
    },
  });
  return stripIgnoredCharacters(print(asked));
}

const handedOn = (
  selection: QueryPlanSelectionNode,
  fields: RequiredFields,
): QueryPlanSelectionNode => {
  const selections = selection.selections?.map((inner) => handedOn(inner, fields));
  if (selection.kind === 'InlineFragment') return { ...selection, selections: selections ?? [] };
  const own = fields.meant.get(selection.name);
  return {
    ...selection,
    ...(selections && { selections }),
    ...(own && { alias: selection.alias ?? selection.name, name: own.name.value }),
  };
};
