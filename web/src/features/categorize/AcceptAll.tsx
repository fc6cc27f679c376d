import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button } from '@chakra-ui/react';
import { answerOf } from '../../apollo/refusal.ts';
import { countOf } from '../../lib/count-of.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { toaster } from '../../ui/toaster.ts';
import type {
  AcceptCategoriesMutation,
  AcceptCategoriesMutationVariables,
} from './AcceptAll.generated.ts';
import { WAITING_ROW } from './WaitingRow.tsx';

export const ACCEPT_CATEGORIES: TypedDocumentNode<
  AcceptCategoriesMutation,
  AcceptCategoriesMutationVariables
> = gql`
  mutation AcceptCategories($input: AcceptCategoriesInput!) {
    acceptCategories(input: $input) {
      ... on CategoriesAccepted {
        transactions {
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

/** So many go in one call. */
const most = 100;

/** Takes what is suggested for all rows that are shown, after asking once more. */
export function AcceptAll({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const client = useApolloClient();
  const [acceptCategories] = useMutation(ACCEPT_CATEGORIES);
  const suggested = () =>
    ids.slice(0, most).flatMap((id) => {
      const from = { __typename: 'Transaction' as const, id };
      const row = client.cache.readFragment({
        fragment: WAITING_ROW,
        fragmentName: 'WaitingRow_transaction',
        id: client.cache.identify(from) ?? '',
      });
      return row?.suggestion ? [{ transactionId: id, category: row.suggestion.category.code }] : [];
    });
  const accept = async (): Promise<string | null> => {
    const decisions = suggested();
    const sent = acceptCategories({ variables: { input: { decisions } } });
    const answer = await answerOf(sent, (data) => data.acceptCategories);
    onDone();
    if (answer.__typename !== 'CategoriesAccepted') return answer.message;
    toaster.success({ title: `${countOf(decisions.length, 'suggestion')} accepted` });
    return null;
  };
  if (ids.length < 2) return null;
  return (
    <ConfirmDialog
      title="Accept what is suggested?"
      verb="Accept all"
      onConfirm={accept}
      trigger={
        <Button size="sm" variant="outline">
          Accept all shown
        </Button>
      }
    >
      The {Math.min(ids.length, most)} expenses that are shown get the category suggested first for
      each. FinFlow will remember them as your decisions.
    </ConfirmDialog>
  );
}
