import type { ApolloGateway, GatewayConfig } from '@apollo/gateway';
import {
  createCompiledExecutor,
  type CompiledExecutor,
  type ExecutorOptions,
} from '../executor/compiled-executor.ts';
import type { IncrementalAnswer, OperationRequest, SingleAnswer } from '../executor/incremental.ts';
import type { GatewayContext } from '../request-context.ts';
import { GatewayWithDefer } from './gateway-with-defer.ts';
import { readLoadedSupergraph } from './loaded-supergraph.ts';

export type FinFlowGatewayOptions = Omit<ExecutorOptions, 'supergraph'>;

type RequestContext = Parameters<ApolloGateway['executor']>[0];

/** Apollo's gateway composes, plans and reloads; what it planned is executed by ours. */
export class FinFlowGateway extends GatewayWithDefer {
  #executor: CompiledExecutor | null = null;

  constructor(config: GatewayConfig, options: FinFlowGatewayOptions) {
    super(config);
    this.onSchemaLoadOrUpdate(() => {
      // What runs goes on with the executor it began with.
      this.#executor = createCompiledExecutor({
        ...options,
        supergraph: readLoadedSupergraph(this),
      });
    });
    this.executor = async (requestContext) => {
      const answer = await this.execute(operationRequestOf(requestContext));
      return { ...answer, ...(answer.errors && { errors: [...answer.errors] }) };
    };
  }

  /** Answers an operation that has been validated. */
  execute(request: OperationRequest): Promise<SingleAnswer> {
    return this.#loaded().execute(request);
  }

  /** Answers in parts an operation that has been validated. */
  executeIncrementally(request: OperationRequest): Promise<IncrementalAnswer> {
    return this.#loaded().executeIncrementally(request);
  }

  /**
   * Compiles ahead for a caller with these rights.
   * @throws GraphQLError when it can't be planned
   */
  compile(...text: Parameters<CompiledExecutor['compile']>): void {
    this.#loaded().compile(...text);
  }

  #loaded(): CompiledExecutor {
    if (!this.#executor) throw new Error('The supergraph is loaded before anything is executed');
    return this.#executor;
  }
}

const operationRequestOf = ({
  request,
  document,
  queryHash,
  context,
}: RequestContext): OperationRequest => ({
  document,
  queryHash,
  operationName: request.operationName ?? undefined,
  variables: request.variables ?? {},
  context: context as GatewayContext, // Apollo Server hands on what the gateway made.
});
