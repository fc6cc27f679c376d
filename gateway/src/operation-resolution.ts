import { GraphQLError } from 'graphql';
import type { OperationRule, OperationStages } from './rules-in-turn.ts';

/** Refuses a document of which it is not clear what to execute. Apollo's gateway takes that for a fault of its own. */
export const operationResolution: OperationRule = {
  requestDidStart: () => resolved,
};

const resolved: OperationStages = {
  didResolveOperation: ({ operation, request: { operationName } }) => {
    if (!operation) throw unresolved(operationName);
  },
};

const unresolved = (operationName: string | null | undefined) =>
  new GraphQLError(
    operationName
      ? `The document has no operation named "${operationName}".`
      : 'The document has several operations: operationName must say which one is meant.',
    { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } },
  );
