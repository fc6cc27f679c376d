import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '@finflow/shared/viewer';
import type { FieldGates } from '../rights/field-gates.ts';
import type { LoadedSupergraph } from '../supergraph/loaded-supergraph.ts';
import type { SubgraphSource } from '../transports/subgraph-source.ts';
import { clientErrors } from './client-errors.ts';
import { compileOperation, type CompiledOperation } from './compile-operation.ts';
import type { Data } from './data.ts';
import type { OperationRequest, OperationText } from './incremental.ts';
import { introspect } from './introspection.ts';
import { createDataKeyOf } from './names.ts';
import { prepareOperation, readVariables, type PreparedOperation } from './prepare-operation.ts';
import type { Run } from './run.ts';
import { newShaping } from './shaping.ts';
import { reportSlow } from './slow-operations.ts';

export type ExecutorOptions = {
  readonly supergraph: LoadedSupergraph;
  readonly source: SubgraphSource;
  /** What callers may read of a supergraph. Left out: the subgraphs alone decide. */
  readonly gatesOf?: (supergraphSdl: string) => FieldGates;
  /** An operation that takes longer is logged with its plan. Default 1000. */
  readonly slowOperationMs?: number;
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
  /**
   * Compiles ahead, so that the first request doesn't wait for it: for a caller with these rights, or with all of them.
   * @throws GraphQLError when it can't be planned
   */
  readonly compile: (text: OperationText, viewer?: Viewer) => CompiledOperation;
};

const defaultMaxOperations = 1_000;

/**
 * Executes operations that were compiled once per text, operation name, values of the variables in @skip and @include, and rights of
 * the caller. It lives as long as its supergraph.
 */
export function createCompiledExecutor(options: ExecutorOptions): CompiledExecutor {
  const { supergraph, source, slowOperationMs = 1_000 } = options;
  const { clientSchema } = supergraph;
  const operations = createOperations(options);
  return {
    compile: (text, viewer) => {
      const read = readVariables(operations.prepared(text), clientSchema, text.variables);
      return operations.compiled(text, 'errors' in read ? {} : read.conditions, viewer);
    },
    execute: async (request, standIn = source) => {
      const read = readVariables(operations.prepared(request), clientSchema, request.variables);
      if ('errors' in read) return { errors: read.errors };
      const compiled = operations.compiled(request, read.conditions, request.context.viewer);
      return reportSlow({
        thresholdMs: slowOperationMs,
        name: compiled.operation.name?.value,
        queryHash: request.queryHash,
        plan: compiled.plan,
        source: standIn,
        run: (timed) => run(compiled, request, supergraph, timed),
      });
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
  const preparedByText = new LRUCache<string, PreparedOperation>({ max });
  const compiledByUse = new LRUCache<string, CompiledOperation>({ max });
  const prepared = (text: OperationText): PreparedOperation =>
    remembered(preparedByText, textKey(text), () =>
      prepareOperation(text.document, text.operationName),
    );
  return {
    prepared,
    compiled: (
      text: OperationText,
      conditions: Record<string, boolean>,
      viewer: Viewer | undefined,
    ): CompiledOperation => {
      const operation = prepared(text);
      const gate = (viewer && gates?.gateOf(viewer)) ?? null;
      const bits = operation.conditionNames.map((name) => (conditions[name] ? '1' : '0')).join('');
      return remembered(compiledByUse, `${textKey(text)} ${bits} ${gate?.key ?? ''}`, () =>
        compileOperation(operation, { supergraph, dataKeyOf, gate, conditions }),
      );
    },
  };
}

const textKey = ({ queryHash, operationName = '' }: OperationText) =>
  `${queryHash} ${operationName}`;

function remembered<T extends object>(cache: LRUCache<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
