import {
  HeaderMap,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
} from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { OperationRequest, SingleAnswer } from './executor/incremental.ts';
import { presentError } from './present-error.ts';
import type { GatewayContext } from './request-context.ts';
import type { OperationRule } from './rules-in-turn.ts';

type Executor = { readonly execute: (request: OperationRequest) => Promise<SingleAnswer> };

/**
 * Answers operations by our executor just before Apollo Server would call it. What Apollo Server wraps a request in for a gateway has
 * accessors of its own, and so a hidden class of its own, in the old space of the heap: each request would live there whole until the
 * next full collection. Nearly half of a small operation's CPU went into that.
 */
export const executedAnswers = (executor: Executor): OperationRule => {
  const listener = {
    responseForOperation: async (asked: Asked) => {
      const request = operationRequestOf(asked);
      const answer = request && (await executor.execute(request));
      return answer
        ? inPlaceOfExecution(asked, answer, () => ({
            kind: 'single',
            singleResult: withPresentedErrors(answer),
          }))
        : null;
    },
  };
  return { requestDidStart: () => listener };
};

type Asked = GraphQLRequestContextResponseForOperation<GatewayContext>;

/** What our executor is asked. Null of a request without a hash, under which its plan could be kept. */
export const operationRequestOf = ({
  request,
  document,
  queryHash,
  operationName,
  contextValue,
}: Asked): OperationRequest | null =>
  queryHash
    ? {
        document,
        queryHash,
        operationName: operationName ?? undefined,
        variables: request.variables ?? {},
        context: contextValue,
      }
    : null;

/** What was executed, as the answer. Null when nothing was: the usual execution then refuses it, with the status and code that it always has. */
export function inPlaceOfExecution(
  asked: Asked,
  { data, errors }: SingleAnswer,
  body: () => GraphQLResponse['body'],
): GraphQLResponse | null {
  if (data === undefined) return null;
  // As Apollo Server's own execution does, for rules that count and log.
  if (errors) Object.assign(asked, { errors });
  return { http: { headers: new HeaderMap() }, body: body() };
}

/** Of the errors what callers may read. */
export function withPresentedErrors<R extends { readonly errors?: readonly GraphQLError[] }>(
  result: R,
) {
  const { errors, ...rest } = result;
  return {
    ...rest,
    ...(errors && { errors: errors.map((error) => presentError(error.toJSON(), error)) }),
  };
}
