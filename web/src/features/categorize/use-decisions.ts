import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { answerOf } from '../../apollo/refusal.ts';
import type { Named } from './Choices.tsx';
import type {
  CorrectCategoryMutation,
  CorrectCategoryMutationVariables,
} from './use-decisions.generated.ts';

export const CORRECT_CATEGORY: TypedDocumentNode<
  CorrectCategoryMutation,
  CorrectCategoryMutationVariables
> = gql`
  mutation CorrectCategory($input: CorrectCategoryInput!) {
    correctCategory(input: $input) {
      ... on TransactionCategorized {
        transaction {
          id
          needsReview
        }
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`;

/** What somebody just said an expense was for. */
export type Decision = { readonly id: string; readonly text: string; readonly category: Named };

const without = (decisions: readonly Decision[], id: string) =>
  decisions.filter((decision) => decision.id !== id);

/** The decisions of this visit, newest first. Each counts at once and is taken back when the server refuses it. */
export function useDecisions(onDecided: () => void) {
  const [decisions, setDecisions] = useState<readonly Decision[]>([]);
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const [correctCategory] = useMutation(CORRECT_CATEGORY);
  const decide = async (decision: Decision) => {
    const before = decisions.find(({ id }) => id === decision.id);
    const refuse = (reason: string | null) =>
      setRefusals((known) => {
        const next = new Map(known);
        if (reason === null) next.delete(decision.id);
        else next.set(decision.id, reason);
        return next;
      });
    refuse(null);
    setDecisions((known) => [decision, ...without(known, decision.id)]);
    const input = { transactionId: decision.id, category: decision.category.code };
    const answer = await answerOf(
      correctCategory({ variables: { input } }),
      (data) => data.correctCategory,
    );
    if (answer.__typename === 'TransactionCategorized') return onDecided();
    refuse(answer.message);
    setDecisions((known) => [...(before ? [before] : []), ...without(known, decision.id)]);
  };
  return { decisions, refusals, decide };
}
