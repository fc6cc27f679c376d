import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { FieldGates } from '../rights/field-gates.ts';
import type { LoadedSupergraph } from '../supergraph/loaded-supergraph.ts';
import type { SubgraphSource } from '../transports/subgraph-source.ts';
import { clientErrors } from './client-errors.ts';
import { compileOperation, type CompiledOperation } from './compile-operation.ts';
import type { Data } from './data.ts';
import type { OperationRequest } from './incremental.ts';
import { introspect } from './introspection.ts';
import { createDataKeyOf } from './names.ts';
import { prepareOperation, readVariables, type PreparedOperation } from './prepare-operation.ts';
import type { Run } from './run.ts';
import { newShaping } from './shaping.ts';

export type ExecutorOptions = {
  readonly supergraph: LoadedSupergraph;
  readonly source: SubgraphSource;
  /** What callers may read of a supergraph. Left out: the subgraphs alone decide. */
  readonly gatesOf?: (supergraphSdl: string) => FieldGates;
  /** How many compiled operations are kept. */
  readonly maxOperations?: number;
};

export type Answer = {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLError[];
};

export type CompiledExecutor = {
  /** Answers an operation. Another `source` may stand in for the subgraphs, as a signal does for a feed. */
  readonly execute: (request: OperationRequest, source?: SubgraphSource) => Promise<Answer>;
  /** Compiles ahead, so that the first request doesn't wait for it. @throws GraphQLError when it can't be planned */
  readonly compile: (request: OperationRequest) => CompiledOperation;
};

const defaultMaxOperations = 1_000;

/**
 * Executes operations that were compiled once per text, operation name, values of the variables in @skip and @include, and rights of
 * the caller. It lives as long as its supergraph.
 */
export function createCompiledExecutor(options: ExecutorOptions): CompiledExecutor {
  const { supergraph, source } = options;
  const { clientSchema } = supergraph;
  const operations = createOperations(options);
  return {
    compile: (request) => {
      const prepared = operations.prepared(request);
      const read = readVariables(prepared, clientSchema, request.variables);
      return operations.compiled(request, prepared, 'errors' in read ? {} : read.conditions);
    },
    execute: async (request, standIn = source) => {
      const prepared = operations.prepared(request);
      const read = readVariables(prepared, clientSchema, request.variables);
      if ('errors' in read) return { errors: read.errors };
      const compiled = operations.compiled(request, prepared, read.conditions);
      return run(compiled, request, supergraph, standIn);
    },
  };
}

async function run(
  { operation, selections, execute, shape }: CompiledOperation,
  { variables, context }: OperationRequest,
  { clientSchema }: LoadedSupergraph,
  source: SubgraphSource,
): Promise<Answer> {
  const running: Run = { source, context, variables, data: {}, errors: [], missing: new Set() };
  await execute(running, new Set([running.data]));
  const shaping = newShaping({
    errors: clientErrors(running.errors, selections),
    missing: running.missing,
    introspect: (field) => introspect(field, clientSchema, operation, variables),
  });
  const data = shape(running.data, shaping, 0);
  return shaping.errors.length > 0 ? { errors: shaping.errors, data } : { data };
}

/** Compiling is synchronous, so equal operations that come at once are compiled once. */
function createOperations(options: ExecutorOptions) {
  const { supergraph, gatesOf, maxOperations: max = defaultMaxOperations } = options;
  const gates = gatesOf?.(supergraph.sdl);
  const dataKeyOf = createDataKeyOf(supergraph.sdl);
  const prepared = new LRUCache<string, PreparedOperation>({ max });
  const compiled = new LRUCache<string, CompiledOperation>({ max });
  const textKey = ({ queryHash, operationName = '' }: OperationRequest) =>
    `${queryHash} ${operationName}`;
  return {
    prepared: (request: OperationRequest): PreparedOperation => {
      const key = textKey(request);
      const known = prepared.get(key) ?? prepareOperation(request.document, request.operationName);
      prepared.set(key, known);
      return known;
    },
    compiled: (
      request: OperationRequest,
      operation: PreparedOperation,
      conditions: Record<string, boolean>,
    ): CompiledOperation => {
      const gate = gates?.gateOf(request.context.viewer) ?? null;
      const bits = operation.conditionNames.map((name) => (conditions[name] ? '1' : '0')).join('');
      const key = `${textKey(request)} ${bits} ${gate?.key ?? ''}`;
      const known =
        compiled.get(key) ??
        compileOperation(operation, { supergraph, dataKeyOf, gate, conditions });
      compiled.set(key, known);
      return known;
    },
  };
}
