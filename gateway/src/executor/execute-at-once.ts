import type { GraphQLSchema } from 'graphql';
import type { SubgraphSource } from '../transports/subgraph-source.ts';
import { clientErrors } from './client-errors.ts';
import type { CompiledOperation } from './compile-operation.ts';
import type { OperationRequest, SingleAnswer } from './incremental.ts';
import { introspect } from './introspection.ts';
import type { Run } from './run.ts';
import { newShaping, type Shaping } from './shaping.ts';

export type ExecutionParts = {
  readonly request: Pick<OperationRequest, 'variables' | 'context'>;
  readonly source: SubgraphSource;
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
  return shaping.errors.length > 0 ? { errors: shaping.errors, data } : { data };
}

export const newRun = ({ request: { variables, context }, source }: ExecutionParts): Run => ({
  source,
  context,
  variables,
  data: {},
  errors: [],
  missing: new Set(),
  fetched: () => undefined,
});

export const shapingOf = (
  { selections, operation }: CompiledOperation,
  { clientSchema, request }: ExecutionParts,
  { errors, missing }: Run,
): Shaping =>
  newShaping({
    errors: clientErrors(errors, selections),
    missing,
    introspect: (field) => introspect(field, clientSchema, operation, request.variables),
  });
