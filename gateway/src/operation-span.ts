import { currentSpan, isTracing } from '@finflow/shared/tracing/span';
import type { OperationRule, OperationStages } from './rules-in-turn.ts';

/** Names the operation on the request's span: its name, its kind, the hash of its text. Never the text or the variables. */
export const operationSpan: OperationRule = {
  requestDidStart: () => (isTracing() ? naming : undefined),
};

const naming: OperationStages = {
  didResolveOperation: ({ operation, operationName, queryHash }) => {
    currentSpan()?.setAttributes({
      'graphql.operation.type': operation?.operation ?? '',
      'graphql.operation.name': (operationName ?? '').slice(0, 100),
      'graphql.document.hash': queryHash,
    });
  },
  willSendResponse: ({ errors }) => {
    currentSpan()?.setAttribute('finflow.errors', errors?.length ?? 0);
  },
};
