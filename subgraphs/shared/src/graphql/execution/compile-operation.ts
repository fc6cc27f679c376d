import {
  GraphQLError,
  Kind,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { getVariableValues } from 'graphql/execution/values.js';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../../viewer.ts';
import { badInputIfRefused } from '../coded.ts';
import { compileComplete } from './complete-value.ts';
import { createFieldErrors, type FieldErrors } from './errors.ts';
import { planField, type FieldPlan } from './field-plan.ts';
import { runFields, runFieldsInTurn } from './run-fields.ts';
import { isPromise, type Operation, type Run } from './run.ts';

/** An operation that was compiled once and can be run many times. */
export type CompiledOperation = (
  context: { readonly viewer: Viewer },
  variables: Readonly<Record<string, unknown>>,
) => Promise<ExecutionResult> | ExecutionResult;

/** Each is the operation with other values of @skip and @include; there are few. */
const rememberedVariants = 16;

/**
 * Compiles a valid operation: which fields each type is asked for, how each is resolved and completed, and who may read it are decided once.
 * A run behaves as graphql-js's `execute` does, of which a test with random operations makes sure.
 */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledOperation {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  const source: Operation = { schema, operation, fragments };
  const conditions = conditionVariables(document);
  const variants = new LRUCache<string, readonly FieldPlan[]>({ max: rememberedVariants });
  const plan = (variables: Record<string, unknown>): readonly FieldPlan[] => {
    const variant = conditions.map((name) => String(variables[name])).join();
    const plans = variants.get(variant) ?? planRoot(source, variables);
    variants.set(variant, plans);
    return plans;
  };
  return (context, given) => {
    const { coerced, errors: problems } = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      given,
      { maxErrors: 50 },
    );
    if (problems) return { errors: problems };
    const errors = createFieldErrors();
    return start({ source, context, variables: coerced, errors, answers: new Map() }, plan);
  };
}

function start(
  run: Run,
  plan: (variables: Run['variables']) => readonly FieldPlan[],
): Promise<ExecutionResult> | ExecutionResult {
  const failed = (error: unknown): ExecutionResult => {
    // Only a field that may not be null comes this far, or a null for a condition: variables may be null where they have a default.
    run.errors.add(error as Parameters<FieldErrors['add']>[0], undefined);
    return { errors: run.errors.list, data: null };
  };
  const answered = (data: Record<string, unknown>): ExecutionResult =>
    run.errors.list.length === 0 ? { data } : { errors: run.errors.list, data };
  try {
    const plans = plan(run.variables);
    const data =
      run.source.operation.operation === 'mutation'
        ? runFieldsInTurn(run, plans, undefined)
        : runFields(run, plans, undefined, undefined);
    return isPromise(data) ? data.then(answered, failed) : answered(data);
  } catch (error) {
    return failed(error);
  }
}

function planRoot(source: Operation, variables: Record<string, unknown>): readonly FieldPlan[] {
  const { schema, operation, fragments } = source;
  const type = schema.getRootType(operation.operation);
  if (!type) throw new GraphQLError(`The schema has no ${operation.operation}.`);
  const asked = badInputIfRefused(() =>
    collectFields(schema, fragments, variables, type, operation.selectionSet),
  );
  return planFields(source, variables, type, asked);
}

function planFields(
  source: Operation,
  variables: Record<string, unknown>,
  type: GraphQLObjectType,
  asked: ReadonlyMap<string, readonly FieldNode[]>,
): readonly FieldPlan[] {
  const { schema, fragments } = source;
  return [...asked].map(([responseName, nodes]) => {
    const fieldsOf = (below: GraphQLObjectType) =>
      planFields(
        source,
        variables,
        below,
        badInputIfRefused(() => collectSubfields(schema, fragments, variables, below, nodes)),
      );
    return planField(schema, type, { responseName, nodes }, (field) =>
      compileComplete({ ...field, fieldsOf }, field.definition.type),
    );
  });
}

/** The variables on which it depends what is asked for. */
function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
