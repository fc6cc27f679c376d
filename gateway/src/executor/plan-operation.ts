import { operationFromDocument, type Schema } from '@apollo/federation-internals';
import type { QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { log } from '@finflow/shared/log';
import {
  GraphQLError,
  Kind,
  visit,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { FieldGate } from '../rights/field-gate.ts';
import type { LoadedSupergraph } from '../supergraph/loaded-supergraph.ts';
import type { InterfaceObjects } from '../supergraph/interface-objects.ts';
import type { SharedFields } from '../supergraph/shared-fields.ts';
import { withFewOptions } from './few-options.ts';
import { fetchedByType } from './fetches-by-type.ts';
import { plannedVariable } from './names.ts';
import { ownDirectives } from './own-directives.ts';
import { plannedSelections } from './planned-selections.ts';
import { plannedRootNames, responseNamesIn } from './root-names.ts';
import { chooseSharedFields } from './shared-choices.ts';
import type { Selection } from './selections.ts';
import { withinTime } from './within-time.ts';

export type OperationToPlan = {
  readonly operation: OperationDefinitionNode;
  readonly selections: readonly Selection[];
  readonly root: GraphQLObjectType;
  readonly gate: FieldGate | null;
  /** Whether fragments are deferred. */
  readonly defers: boolean;
  readonly sharedFields: SharedFields;
  readonly interfaceObjects: InterfaceObjects;
};

/**
 * Plans take milliseconds, and what is weighed for them has its limits (`few-options.ts`, `planner-config.ts`): this is the end of what
 * nobody has thought of. Of some deferred fragments the planner makes fetches that wait for each other, and then never comes to an end;
 * without deferring there is a plan, so not much time is lost on these.
 */
const maxPlanningMs = 10_000;
const maxDeferringMs = 1_000;

/**
 * Has Apollo's planner plan what was selected. It fails on some fragments of abstract types, such as one on a union inside an
 * interface that a subgraph knows as one object; then it is given the same fragments written out for each object type.
 * @throws GraphQLError NO_QUERY_PLAN when no subgraph can serve what is selected, DEADLINE_EXCEEDED when planning takes too long
 */
export function planOperation(supergraph: LoadedSupergraph, toPlan: OperationToPlan): QueryPlan {
  const { selections, root, gate, interfaceObjects } = toPlan;
  const { clientSchema: schema, supergraphSchema, apiSchema, planner } = supergraph;
  const planned = { ...toPlan, operation: withOwnDirectives(toPlan.operation, schema) };
  const plan = (writesOutAbstract: boolean) => {
    const nodes = plannedSelections(selections, root, { schema, gate, writesOutAbstract });
    const first = planNodes({ planner, schema: apiSchema }, planned, nodes);
    const shared = planShared(supergraph, planned, { nodes, first });
    return fetchedByType(
      shared,
      { selected: nodes, root },
      { schema: supergraphSchema, interfaceObjects },
    );
  };
  try {
    return plan(false);
  } catch (error) {
    if (error instanceof GraphQLError) throw error;
    log.warn('planning again with abstract types written out', { error });
    return plan(true);
  }
}

/** Plans anew as long as a plan shows of more shared fields which subgraph it asks. */
function planShared(
  { clientSchema: schema, planner }: LoadedSupergraph,
  toPlan: OperationToPlan,
  { nodes, first }: { readonly nodes: readonly SelectionNode[]; readonly first: QueryPlan },
): QueryPlan {
  const { root, sharedFields: shared } = toPlan;
  let plan = first;
  let known = 0;
  for (;;) {
    const chosen = chooseSharedFields(nodes, root, plan, { schema, shared });
    if (chosen.count <= known) return plan;
    known = chosen.count;
    // What was chosen is hidden from clients, so it is in no schema but the planner's own.
    plan = planNodes({ planner, schema: planner.supergraph.schema }, toPlan, chosen.nodes);
  }
}

function planNodes(
  { planner, schema }: { readonly planner: QueryPlanner; readonly schema: Schema },
  { operation, defers }: OperationToPlan,
  nodes: readonly SelectionNode[],
): QueryPlan {
  if (nodes.length === 0) return { kind: 'QueryPlan' };
  const definition: OperationDefinitionNode = {
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: nodes },
  };
  const document = {
    kind: Kind.DOCUMENT,
    definitions: [withPlannedVariables(definition)],
  } as const;
  const names = responseNamesIn(nodes).filter((name) => name !== '__typename');
  return withFewOptions(() => {
    const plan = withinTime(defers ? maxDeferringMs : maxPlanningMs, () =>
      planner.buildQueryPlan(operationFromDocument(schema, document, { validate: false })),
    );
    const served = plannedRootNames(plan);
    if (names.every((name) => served.has(name))) return plan;
    throw new GraphQLError('No part of FinFlow can answer what was selected.', {
      extensions: { code: 'NO_QUERY_PLAN' },
    });
  });
}

const withOwnDirectives = (
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
): OperationDefinitionNode => ({
  ...operation,
  directives: ownDirectives(operation.directives ?? [], schema),
});

function withPlannedVariables(operation: OperationDefinitionNode): OperationDefinitionNode {
  const names = operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
  if (names.every((name) => plannedVariable(name) === name)) return operation;
  return visit(operation, {
    Variable: (variable) => ({
      ...variable,
      name: { ...variable.name, value: plannedVariable(variable.name.value) },
    }),
  });
}
