import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { log } from '@finflow/shared/log';
import type { OperationDefinitionNode } from 'graphql';
import type { FieldGate } from '../rights/field-gate.ts';
import type { LoadedSupergraph } from '../supergraph/loaded-supergraph.ts';
import type { InterfaceObjects } from '../supergraph/interface-objects.ts';
import type { SharedFields } from '../supergraph/shared-fields.ts';
import { compileSteps, type Steps } from './compile-deferred.ts';
import { compileGroups, compileObject, type ObjectShape } from './compile-shape.ts';
import { withArguments } from './plan-with-arguments.ts';
import type { RequiredFields } from './required-fields.ts';
import { distinctly, type DataKeyOf } from './names.ts';
import { planOperation } from './plan-operation.ts';
import type { PreparedOperation } from './prepare-operation.ts';
import { readSelections, undeferred, type SelectedGroup, type Selection } from './selections.ts';

/** An operation for callers with equal rights, made ready to be run. */
export type CompiledOperation = {
  readonly operation: OperationDefinitionNode;
  readonly selections: readonly Selection[];
  readonly plan: QueryPlan;
  readonly steps: Steps;
  readonly shape: ObjectShape;
  /** The shape of a deferred fragment, on objects of a type. */
  readonly shapeGroup: (group: SelectedGroup, typeName: string) => ObjectShape;
};

export type CompileOptions = {
  readonly supergraph: LoadedSupergraph;
  readonly dataKeyOf: DataKeyOf;
  readonly requiredFields: RequiredFields;
  readonly sharedFields: SharedFields;
  readonly interfaceObjects: InterfaceObjects;
  readonly gate: FieldGate | null;
  /** Values of the variables in @skip and @include. */
  readonly conditions: Readonly<Record<string, boolean>>;
  /** False: deferred fragments are answered with the rest. */
  readonly defers: boolean;
};

/**
 * Plans and compiles: all that doesn't depend on the values of one request.
 * @throws GraphQLError NO_QUERY_PLAN when no subgraph can serve what is selected
 */
export function compileOperation(
  prepared: PreparedOperation,
  options: CompileOptions,
): CompiledOperation {
  try {
    return compile(prepared, options);
  } catch (error) {
    if (!options.defers) throw error;
    // The planner gives up on some deferred fragments, such as those with a @requires that hangs on another, or comes to no end.
    log.warn('planning without deferring', { error });
    return compile(prepared, { ...options, defers: false });
  }
}

function compile(
  { operation, fragments }: PreparedOperation,
  options: CompileOptions,
): CompiledOperation {
  const { supergraph, requiredFields, gate, conditions, defers } = options;
  const { clientSchema, supergraphSchema } = supergraph;
  const { sharedFields, interfaceObjects } = options;
  const shapeOptions = { schema: clientSchema, gate };
  const root = clientSchema.getRootType(operation.operation);
  if (!root) throw new Error('Validation lets only operations of the schema pass');
  const dataKeyOf = interfaceObjects.size > 0 ? distinctly(options.dataKeyOf) : options.dataKeyOf;
  const reading = { fragments, conditions, dataKeyOf, defers };
  const read = readSelections(operation.selectionSet, reading);
  // Mutations run one after the other, so none of them can come later.
  const selections = operation.operation === 'mutation' ? undeferred(read) : read;
  const toPlan = { operation, selections, root, gate, defers, sharedFields, interfaceObjects };
  const plan = planOperation(supergraph, toPlan);
  return {
    operation,
    selections,
    plan,
    steps: compileSteps(runnable(withArguments(plan, requiredFields)), supergraphSchema),
    shape: compileObject([selections], root, shapeOptions),
    shapeGroup: compileGroups(shapeOptions),
  };
}

/** A subscription's first step is asked of the virtual subgraph, for each signal. */
function runnable({ node }: QueryPlan): PlanNode | undefined {
  if (node?.kind !== 'Subscription') return node;
  return node.rest ? { kind: 'Sequence', nodes: [node.primary, node.rest] } : node.primary;
}
