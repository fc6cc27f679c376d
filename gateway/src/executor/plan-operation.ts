import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import { log } from '@finflow/shared/log';
import {
  GraphQLError,
  Kind,
  visit,
  type GraphQLObjectType,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { FieldGate } from '../rights/field-gate.ts';
import type { LoadedSupergraph } from '../supergraph/loaded-supergraph.ts';
import { plannedVariable } from './names.ts';
import { plannedSelections } from './planned-selections.ts';
import { plannedRootNames, responseNamesIn } from './root-names.ts';
import type { Selection } from './selections.ts';
import { withinTime } from './within-time.ts';

export type OperationToPlan = {
  readonly operation: OperationDefinitionNode;
  readonly selections: readonly Selection[];
  readonly root: GraphQLObjectType;
  readonly gate: FieldGate | null;
  /** Whether fragments are deferred. */
  readonly defers: boolean;
};

/**
 * Plans take milliseconds, and the planner's own limits keep most others short. Of some deferred fragments it makes fetches that wait
 * for each other, and then never comes to an end; without deferring there is a plan, so not much time is lost on these.
 */
const maxPlanningMs = 10_000;
const maxDeferringMs = 1_000;

/**
 * Has Apollo's planner plan what was selected. It fails on some fragments of abstract types, such as one on a union inside an
 * interface that a subgraph knows as one object; then it is given the same fragments written out for each object type.
 * @throws GraphQLError NO_QUERY_PLAN when no subgraph can serve what is selected, DEADLINE_EXCEEDED when planning takes too long
 */
export function planOperation(supergraph: LoadedSupergraph, toPlan: OperationToPlan): QueryPlan {
  const { selections, root, gate } = toPlan;
  const plan = (writesOutAbstract: boolean) => {
    const planning = { schema: supergraph.clientSchema, gate, writesOutAbstract };
    return planNodes(supergraph, toPlan, plannedSelections(selections, root, planning));
  };
  try {
    return plan(false);
  } catch (error) {
    if (error instanceof GraphQLError) throw error;
    log.warn('planning again with abstract types written out', { error });
    return plan(true);
  }
}

function planNodes(
  { apiSchema, planner }: LoadedSupergraph,
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
  const plan = withinTime(defers ? maxDeferringMs : maxPlanningMs, () =>
    planner.buildQueryPlan(operationFromDocument(apiSchema, document, { validate: false })),
  );
  const served = plannedRootNames(plan);
  if (!responseNamesIn(nodes).every((name) => name === '__typename' || served.has(name))) {
    throw new GraphQLError('No part of FinFlow can answer what was selected.', {
      extensions: { code: 'NO_QUERY_PLAN' },
    });
  }
  return plan;
}

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
