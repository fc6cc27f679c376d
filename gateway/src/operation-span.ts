import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { currentSpan, isTracing } from '@finflow/shared/tracing/span';
import type { GatewayContext } from './request-context.ts';

/** Names the operation on the request's span: its name, its kind, the hash of its text. Never the text or the variables. */
export const operationSpan: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => (isTracing() ? naming : undefined),
};

const naming: GraphQLRequestListener<GatewayContext> = {
  didResolveOperation: async ({ operation, operationName, queryHash }) => {
    currentSpan()?.setAttributes({
      'graphql.operation.type': operation?.operation ?? '',
      'graphql.operation.name': (operationName ?? '').slice(0, 100),
      'graphql.document.hash': queryHash,
    });
  },
  willSendResponse: async ({ errors }) => {
    currentSpan()?.setAttribute('finflow.errors', errors?.length ?? 0);
  },
};
