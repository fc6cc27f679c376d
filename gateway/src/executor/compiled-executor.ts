import { GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '@finflow/shared/viewer';
import type { FieldGates } from '../rights/field-gates.ts';
import type { LoadedSupergraph } from '../supergraph/loaded-supergraph.ts';
import { readInterfaceObjects } from '../supergraph/interface-objects.ts';
import { readSharedFields } from '../supergraph/shared-fields.ts';
import type { SubgraphSource } from '../transports/subgraph-source.ts';
import { compileOperation, type CompiledOperation } from './compile-operation.ts';
import { executeAtOnce } from './execute-at-once.ts';
import { executeInParts } from './execute-in-parts.ts';
import type {
  ExecuteIncrementally,
  OperationRequest,
  OperationText,
  SingleAnswer,
} from './incremental.ts';
import { createDataKeyOf } from './names.ts';
import { prepareOperation, readVariables, type PreparedOperation } from './prepare-operation.ts';
import { readRequiredFields } from './required-fields.ts';
import { reportSlow, type NoteCall } from './slow-operations.ts';

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

export type CompiledExecutor = {
  /**
   * Answers an operation. Another `source` may stand in for the subgraphs, as a signal does for a feed. An answer without `data`: nothing
   * was executed.
   */
  readonly execute: (request: OperationRequest, source?: SubgraphSource) => Promise<SingleAnswer>;
  /** The same for a client that takes deferred fragments later. */
  readonly executeIncrementally: ExecuteIncrementally;
  /**
   * Compiles ahead, so that the first request doesn't wait for it: for a caller with these rights, or with all of them, whose client
   * takes deferred fragments later, or doesn't.
   * @throws GraphQLError when it can't be planned
   */
  readonly compile: (text: OperationText, viewer?: Viewer, defers?: boolean) => CompiledOperation;
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
  const reported = <T>(
    { operation, plan }: CompiledOperation,
    { queryHash }: OperationRequest,
    run: (noteCall: NoteCall) => Promise<T>,
  ) =>
    reportSlow({
      thresholdMs: slowOperationMs,
      name: operation.name?.value,
      queryHash,
      plan,
      run,
    });
  return {
    compile: (text, viewer, defers = false) => {
      const prepared = operations.prepared(text);
      const read = readVariables(prepared.operation, clientSchema, text.variables);
      const conditions = 'errors' in read ? {} : read.conditions;
      return operations.compiled(prepared, conditions, { viewer, defers });
    },
    execute: async (request, standIn = source) => {
      const ready = readied(operations, clientSchema, request);
      if ('errors' in ready) return ready;
      return reported(ready, request, (noteCall) =>
        executeAtOnce(ready, { request, source: standIn, noteCall, clientSchema }),
      );
    },
    executeIncrementally: async (request) => {
      const ready = readied(operations, clientSchema, request, true);
      if ('errors' in ready) return { kind: 'single', result: ready };
      return reported(ready, request, (noteCall) =>
        executeInParts(ready, { request, source, noteCall, clientSchema }),
      );
    },
  };
}

type Operations = ReturnType<typeof createOperations>;

/** What is to be executed, or why nothing is: the variables are not good, or no plan can be made. */
function readied(
  operations: Operations,
  schema: GraphQLSchema,
  request: OperationRequest,
  defers = false,
): CompiledOperation | { readonly errors: readonly GraphQLError[] } {
  const { viewer } = request.context;
  try {
    const prepared = operations.prepared(request);
    const read = readVariables(prepared.operation, schema, request.variables);
    return 'errors' in read
      ? read
      : operations.compiled(prepared, read.conditions, { viewer, defers });
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

/** Compiling is synchronous, so equal operations that come at once are compiled once. */
function createOperations(options: ExecutorOptions) {
  const { supergraph, gatesOf, maxOperations: max = defaultMaxOperations } = options;
  const gates = gatesOf?.(supergraph.sdl);
  const dataKeyOf = createDataKeyOf(supergraph.sdl);
  const requiredFields = readRequiredFields(supergraph.sdl);
  const sharedFields = readSharedFields(supergraph.sdl);
  const interfaceObjects = readInterfaceObjects(supergraph.planner.supergraph);
  const preparedByText = new LRUCache<string, PreparedText>({ max });
  const compiledByUse = new LRUCache<string, CompiledOperation>({ max });
  const prepared = (text: OperationText): PreparedText => {
    const key = textKey(text);
    return remembered(preparedByText, key, () => ({
      key,
      operation: prepareOperation(text.document, text.operationName),
    }));
  };
  return {
    prepared,
    compiled: (
      { key: keyOfText, operation }: PreparedText,
      conditions: Record<string, boolean>,
      { viewer, defers: takesLater = false }: { viewer?: Viewer | undefined; defers?: boolean },
    ): CompiledOperation => {
      const defers = takesLater && operation.hasDefers;
      const gate = (viewer && gates?.gateOf(viewer)) ?? null;
      const bits = operation.conditionNames.map((name) => (conditions[name] ? '1' : '0')).join('');
      const key = `${gate?.key ?? ''}\n${bits}\n${defers ? 'defers' : ''}\n${keyOfText}`;
      return remembered(compiledByUse, key, () =>
        compileOperation(operation, {
          supergraph,
          dataKeyOf,
          requiredFields,
          sharedFields,
          interfaceObjects,
          gate,
          conditions,
          defers,
        }),
      );
    },
  };
}

/** An operation of a text, and the key under which it is kept. */
type PreparedText = { readonly key: string; readonly operation: PreparedOperation };

/** Texts may stand for their hash, so they come last: nothing in them can pass for another part of a key. */
const textKey = ({ queryHash, operationName = '' }: OperationText) =>
  `${operationName}\n${queryHash}`;

function remembered<T extends object>(cache: LRUCache<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
