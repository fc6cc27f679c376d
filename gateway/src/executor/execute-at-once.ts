import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { SubgraphSource } from '../transports/subgraph-source.ts';
import { clientErrors } from './client-errors.ts';
import type { CompiledOperation } from './compile-operation.ts';
import type { OperationRequest, SingleAnswer } from './incremental.ts';
import { introspect } from './introspection.ts';
import type { Run } from './run.ts';
import { newShaping, type Shaping } from './shaping.ts';
import type { NoteCall } from './slow-operations.ts';

export type ExecutionParts = {
  readonly request: Pick<OperationRequest, 'variables' | 'context'>;
  readonly source: SubgraphSource;
  readonly noteCall: NoteCall;
  readonly clientSchema: GraphQLSchema;
};

/** Executes an operation of which nothing is deferred. */
export async function executeAtOnce(
  compiled: CompiledOperation,
  parts: ExecutionParts,
): Promise<SingleAnswer> {
  const run = newRun(parts);
  await compiled.steps.primary(run);
  const shaping = shapingOf(compiled, parts, run);
  const data = compiled.shape(run.data, shaping, 0);
  const errors = withUntold(shaping, run);
  return errors.length > 0 ? { errors, data } : { data };
}

export const newRun = ({
  request: { variables, context },
  source,
  noteCall,
}: ExecutionParts): Run => ({
  source,
  noteCall,
  context,
  variables,
  data: {},
  errors: [],
  missing: new Map(),
  lost: new Map(),
  fetched: () => undefined,
});

export const shapingOf = (
  { selections, operation }: CompiledOperation,
  { clientSchema, request }: ExecutionParts,
  { errors, missing, lost }: Run,
): Shaping =>
  newShaping({
    errors: clientErrors(
      errors.filter(({ isLoss }) => !isLoss),
      selections,
    ),
    missing,
    lost,
    introspect: (field) => introspect(field, clientSchema, operation, request.variables),
  });

/** The errors of an answer. A call that gave nothing is told at what is lacking of the answer; where that is nothing, without a place. */
export const withUntold = (
  { errors, toldLosses }: Pick<Shaping, 'errors' | 'toldLosses'>,
  run: Pick<Run, 'errors'>,
): readonly GraphQLError[] => [
  ...errors,
  ...clientErrors(
    run.errors.filter((error) => error.isLoss && !toldLosses.has(error)),
    [],
  ),
];
