import type { GraphQLResponse, HeaderMap } from '@apollo/server';
import { BREAK, Kind, visit, type DocumentNode } from 'graphql';
import type { ExecuteIncrementally, IncrementalAnswer } from '../executor/incremental.ts';
import {
  inPlaceOfExecution,
  operationRequestOf,
  withPresentedErrors,
} from '../executed-answers.ts';
import type { OperationRule, OperationStages } from '../rules-in-turn.ts';

/** How clients such as Apollo Client ask for deferred fragments in parts of their own. */
export const deferredMediaType = 'multipart/mixed;deferSpec=20220824';

type InParts = { readonly executeIncrementally: ExecuteIncrementally };

/**
 * Answers operations with @defer part by part when the client takes parts; Apollo Server writes them as multipart. All else is left
 * to `executedAnswers`, which answers deferred fragments with the rest.
 */
export const deferredAnswers = (executor: InParts): OperationRule => ({
  requestDidStart: ({ request }) => {
    const headers = request.http?.headers;
    return headers && takesParts(headers.get('accept') ?? '')
      ? inParts(executor, headers)
      : undefined;
  },
});

const inParts = (executor: InParts, headers: HeaderMap): OperationStages => ({
  responseForOperation: async (asked) => {
    if (!defers(asked.document)) return null;
    const request = operationRequestOf(asked);
    const answer = request && (await executor.executeIncrementally(request));
    if (!answer) return null;
    // Apollo Server looks once more which multipart the client takes, and would stop at a bare multipart/mixed beside it.
    if (answer.kind === 'incremental') headers.set('accept', deferredMediaType);
    const first = answer.kind === 'single' ? answer.result : answer.initialResult;
    return inPlaceOfExecution(asked, first, () => bodyOf(answer));
  },
});

export const takesParts = (accept: string): boolean =>
  /multipart\/mixed\s*;[^,]*\bdeferSpec\s*=\s*"?20220824"?/i.test(accept);

const known = new WeakMap<DocumentNode, boolean>();

/** Whether @defer stands anywhere. Apollo Server keeps the documents of equal texts, so each is searched once. */
function defers(document: DocumentNode): boolean {
  const remembered = known.get(document);
  if (remembered !== undefined) return remembered;
  let isFound = false;
  visit(document, {
    [Kind.DIRECTIVE]: ({ name }) => {
      isFound = name.value === 'defer';
      return isFound ? BREAK : undefined;
    },
  });
  known.set(document, isFound);
  return isFound;
}

function bodyOf(answer: IncrementalAnswer): GraphQLResponse['body'] {
  if (answer.kind === 'single') {
    return { kind: 'single', singleResult: withPresentedErrors(answer.result) };
  }
  return {
    kind: 'incremental',
    initialResult: withPresentedErrors(answer.initialResult),
    subsequentResults: presentedParts(answer.subsequentResults),
  };
}

type Parts = Extract<IncrementalAnswer, { kind: 'incremental' }>['subsequentResults'];

async function* presentedParts(parts: Parts) {
  for await (const { incremental, hasNext } of parts) {
    yield {
      hasNext,
      ...(incremental && { incremental: incremental.map((part) => withPresentedErrors(part)) }),
    };
  }
}
