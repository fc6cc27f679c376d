import type {
  ApolloServerPlugin,
  GraphQLRequestContext,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestContextResponseForOperation,
  GraphQLRequestContextWillSendResponse,
  GraphQLResponse,
} from '@apollo/server';
import type { GatewayContext } from './request-context.ts';

type Awaitable<T> = T | Promise<T>;

/** What is to be seen to in each operation: a plugin of Apollo Server that need not wait where it has nothing to wait for. */
export type OperationRule = {
  requestDidStart(
    started: GraphQLRequestContext<GatewayContext>,
  ): Awaitable<OperationStages | undefined | void>;
};

/** The stages of Apollo Server's pipeline at which rules see to an operation. */
export type OperationStages = {
  didResolveOperation?(
    resolved: GraphQLRequestContextDidResolveOperation<GatewayContext>,
  ): Awaitable<void>;
  /** What answers in place of an execution; null leaves that to the next rule. */
  responseForOperation?(
    asked: GraphQLRequestContextResponseForOperation<GatewayContext>,
  ): Awaitable<GraphQLResponse | null>;
  willSendResponse?(
    answered: GraphQLRequestContextWillSendResponse<GatewayContext>,
  ): Awaitable<void>;
};

/**
 * Rules as one plugin, each after the one before: what one refuses the later ones don't hear of until the answer is sent. Apollo Server
 * waits for each plugin at each stage, also for those that have nothing to do there, which cost more than the rules themselves.
 */
export const rulesInTurn = (
  rules: readonly OperationRule[],
): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async (started) => {
    const stages: OperationStages[] = [];
    for (const rule of rules) {
      const begun = rule.requestDidStart(started);
      const own = begun instanceof Promise ? await begun : begun;
      if (own) stages.push(own);
    }
    return {
      didResolveOperation: async (resolved) => {
        for (const own of stages) {
          const done = own.didResolveOperation?.(resolved);
          if (done) await done;
        }
      },
      responseForOperation: async (asked) => {
        for (const own of stages) {
          const answering = own.responseForOperation?.(asked);
          const answer = answering instanceof Promise ? await answering : answering;
          if (answer) return answer;
        }
        return null;
      },
      willSendResponse: async (answered) => {
        for (const own of stages) {
          const done = own.willSendResponse?.(answered);
          if (done) await done;
        }
      },
    };
  },
});
