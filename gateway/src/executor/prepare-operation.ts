import {
  getVariableValues,
  GraphQLError,
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { fragmentsOf } from './selections.ts';

/** What is the same for every request with one text and operation name. */
export type PreparedOperation = {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The variables that decide what is selected: those in @skip, @include and @defer. */
  readonly conditionNames: readonly string[];
  /** Whether any fragment may be answered later. */
  readonly hasDefers: boolean;
};

/** @throws GraphQLError when the document has no such operation */
export function prepareOperation(
  document: DocumentNode,
  operationName: string | undefined,
): PreparedOperation {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const operation =
    operationName === undefined
      ? operations[0]
      : operations.find(({ name }) => name?.value === operationName);
  if (!operation) {
    throw new GraphQLError('The document has no operation of that name.', {
      extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
    });
  }
  const names = new Set<string>();
  let hasDefers = false;
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (!deciding.has(name.value)) return;
      hasDefers ||= name.value === 'defer';
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return {
    operation,
    fragments: fragmentsOf(document),
    conditionNames: [...names].sort(),
    hasDefers,
  };
}

const deciding = new Set(['skip', 'include', 'defer']);

/** More of them help no client, and a list of thousands may be wrong in each of its items. */
const maxErrors = 50;

/** Checks the variables that were sent, and reads those that decide what is selected. */
export function readVariables(
  { operation, conditionNames }: PreparedOperation,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): { readonly conditions: Record<string, boolean> } | { readonly errors: readonly GraphQLError[] } {
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.length === 0) return { conditions: {} };
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, variables, {
    maxErrors,
  });
  if (errors) return { errors };
  return {
    conditions: Object.fromEntries(conditionNames.map((name) => [name, coerced?.[name] === true])),
  };
}
