import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import {
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { subgraphOf } from '../supergraph/required-hops.ts';
import type { SharedFields } from '../supergraph/shared-fields.ts';
import { entitySelections, operationOf } from './fetch-operation.ts';
import { isField, plannedFetches, stepsOf } from './planned-fetches.ts';
import { renamedKeys } from './rewrites.ts';
import { responseNameOf } from './selection-nodes.ts';

type Choosing = {
  readonly schema: GraphQLSchema;
  readonly shared: SharedFields;
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>;
  /** The paths where there was something to choose. */
  readonly chosen: Set<string>;
};

/** Selections in which shared fields are named as one subgraph resolves them, and at how many places. */
export type Chosen = { readonly nodes: readonly SelectionNode[]; readonly count: number };

/**
 * The selections with each shared field as the subgraph resolves it that the plan asks.
 * @see splitSharedFields
 */
export function chooseSharedFields(
  nodes: readonly SelectionNode[],
  root: GraphQLObjectType,
  plan: QueryPlan,
  { schema, shared }: Pick<Choosing, 'schema' | 'shared'>,
): Chosen {
  if (shared.size === 0) return { nodes, count: 0 };
  const choosing = { schema, shared, asked: subgraphsAsked(plan), chosen: new Set<string>() };
  return { nodes: chosenIn(nodes, root, '', choosing), count: choosing.chosen.size };
}

const chosenIn = (
  nodes: readonly SelectionNode[],
  type: GraphQLCompositeType,
  path: string,
  choosing: Choosing,
): readonly SelectionNode[] =>
  nodes.map((node) => {
    if (node.kind === Kind.FIELD) return chosenField(node, type, path, choosing);
    if (node.kind === Kind.FRAGMENT_SPREAD) return node;
    const own = node.typeCondition && choosing.schema.getType(node.typeCondition.name.value);
    const selections = chosenIn(
      node.selectionSet.selections,
      isCompositeType(own) ? own : type,
      path,
      choosing,
    );
    return { ...node, selectionSet: { ...node.selectionSet, selections } };
  });

function chosenField(
  node: FieldNode,
  parent: GraphQLCompositeType,
  above: string,
  choosing: Choosing,
): FieldNode {
  const definition = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
  const type = getNamedType(definition?.type);
  if (!node.selectionSet || !isCompositeType(type)) return node;
  const path = `${above}.${responseNameOf(node)}`;
  const selections = chosenIn(node.selectionSet.selections, type, path, choosing);
  const inner = { ...node, selectionSet: { ...node.selectionSet, selections } };
  const names = isObjectType(parent) && choosing.shared.get(`${parent.name}.${node.name.value}`);
  const [subgraph, ...others] = choosing.asked.get(path) ?? [];
  const name = names && others.length === 0 && names.get(subgraph ?? '');
  if (!name) return inner;
  choosing.chosen.add(path);
  return { ...inner, alias: node.alias ?? node.name, name: { kind: Kind.NAME, value: name } };
}

/** By path of response names: the subgraphs that a plan asks for what stands there. */
function subgraphsAsked(plan: QueryPlan): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  const note = (nodes: readonly SelectionNode[], at: string, fetch: FetchNode): void => {
    const renamed = renamedKeys(fetch.outputRewrites);
    for (const selected of nodes) {
      if (selected.kind === Kind.FRAGMENT_SPREAD) continue;
      const inner = selected.selectionSet?.selections ?? [];
      if (selected.kind === Kind.INLINE_FRAGMENT) {
        note(inner, at, fetch);
        continue;
      }
      const name = responseNameOf(selected);
      const path = `${at}.${renamed.get(name) ?? name}`;
      asked.set(path, (asked.get(path) ?? new Set()).add(subgraphOf(fetch.serviceName)));
      note(inner, path, fetch);
    }
  };
  for (const { fetch, path } of plannedFetches(plan)) {
    const operation = operationOf(fetch);
    const names = stepsOf(path)
      .filter(isField)
      .map(({ name }) => `.${name}`);
    const nodes = fetch.requires ? entitySelections(operation) : operation.selectionSet.selections;
    note(nodes, names.join(''), fetch);
  }
  return asked;
}
