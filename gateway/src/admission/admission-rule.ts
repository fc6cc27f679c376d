import type { GraphQLResponse } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import type { OperationRule } from '../rules-in-turn.ts';
import type { Admission, Admitted } from './admission.ts';

/** Partners are told the cost; whoever asks for it too. */
export const costHeader = 'x-finflow-cost';

/**
 * Admission for queries and mutations (a subscription's feed sees to its own): weighed and counted once their variables are known,
 * before anything is planned or fetched; settled when the answer is there. Tells the cost in `extensions.cost` to those who ask.
 */
export const admissionRule = (admission: Admission): OperationRule => ({
  requestDidStart: () => {
    let admitted: Admitted | null = null;
    return {
      didResolveOperation: async ({ document, operation, request, contextValue, response }) => {
        if (!operation || operation.operation === 'subscription') return;
        const variables = request.variables ?? {};
        const answer = await admission.admit({ document, operation, variables }, contextValue);
        for (const [name, value] of Object.entries(answer.headers)) {
          response.http.headers.set(name, value);
        }
        if (answer.problem) throw answer.problem;
        admitted = answer;
      },
      willSendResponse: ({ request, operation, contextValue, response: { body } }) => {
        if (!admitted) {
          if (!isOpenedFeed(operation, body)) admission.countRefused(contextValue);
          return;
        }
        const result = body.kind === 'single' ? body.singleResult : body.initialResult;
        const isWhole = body.kind === 'single' && !result.errors;
        const actual = isWhole ? admitted.settle(result.data) : null;
        const isAsking = request.http?.headers.get(costHeader) === '1';
        if (!isAsking && contextValue.viewer.kind !== 'partner') return;
        const { estimated, maximum: max } = admitted;
        result.extensions = { ...result.extensions, cost: { estimated, actual, max } };
      },
    };
  },
});

const isOpenedFeed = (
  operation: OperationDefinitionNode | undefined,
  body: GraphQLResponse['body'],
): boolean =>
  operation?.operation === 'subscription' && body.kind === 'single' && !body.singleResult.errors;
