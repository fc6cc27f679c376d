import {
  getOperationAST,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { coded } from './coded.ts';
import { compileOperation, type CompiledOperation } from './execution/compile-operation.ts';

/** Reads the text of an operation, or says what is wrong with it. */
export type OperationReader = (
  query: string,
  operationName: string | undefined,
) => CompiledOperation | readonly GraphQLError[];

/** The gateway's plans are few texts, asked again and again. */
const rememberedTexts = 1_000;

/** Parses, validates and compiles each text once; a text that is not valid is not remembered. */
export function createOperationReader(schema: GraphQLSchema): OperationReader {
  const known = new LRUCache<string, CompiledOperation>({ max: rememberedTexts });
  return (query, operationName) => {
    const key = operationName === undefined ? query : `${operationName}\0${query}`;
    const remembered = known.get(key);
    if (remembered) return remembered;
    const prepared = prepare(schema, query, operationName);
    if (typeof prepared === 'function') known.set(key, prepared);
    return prepared;
  };
}

function prepare(
  schema: GraphQLSchema,
  query: string,
  operationName: string | undefined,
): CompiledOperation | readonly GraphQLError[] {
  const document = parseQuery(query);
  if (document instanceof GraphQLError) return [document];
  const problems = validate(schema, document);
  if (problems.length > 0)
    return problems.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
  const operation = getOperationAST(document, operationName);
  if (!operation) return [unknownOperation()];
  const run = compileOperation(schema, document, operation);
  return (context, variables) => {
    const result = run(context, variables);
    return 'then' in result ? result.then(withInputErrors) : withInputErrors(result);
  };
}

/** Without data nothing was executed: variables that don't fit are what is left after validation. */
const withInputErrors = (result: ExecutionResult): ExecutionResult =>
  result.data === undefined && result.errors
    ? { ...result, errors: result.errors.map((error) => coded(error, 'BAD_USER_INPUT')) }
    : result;

function parseQuery(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return coded(error, 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
}

const unknownOperation = () =>
  new GraphQLError('The document has no such operation.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
  });
