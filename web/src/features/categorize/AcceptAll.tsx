import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button } from '@chakra-ui/react';
import { answerOf } from '../../apollo/refusal.ts';
import { countOf } from '../../lib/count-of.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { toaster } from '../../ui/toaster.ts';
import type {
  AcceptCategoriesMutation,
  AcceptCategoriesMutationVariables,
} from './AcceptAll.generated.ts';

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
/** Less likely ones are worth a look of their own. */
const leastConfidence = 0.5;

type Props = {
  readonly rows: readonly {
    readonly id: string;
    readonly suggestion: {
      readonly confidence: number;
      readonly category: { readonly code: string };
    } | null;
  }[];
  /** Before they are sent: these are decided here. */
  readonly onAccept: (ids: readonly string[]) => void;
  readonly onDone: () => void;
};

/** Takes what is suggested for all rows that are shown and more likely right than not, after asking once more. */
export function AcceptAll({ rows, onAccept, onDone }: Props) {
  const [acceptCategories] = useMutation(ACCEPT_CATEGORIES);
  const decisions = rows
    .flatMap(({ id, suggestion }) =>
      suggestion && suggestion.confidence >= leastConfidence
        ? [{ transactionId: id, category: suggestion.category.code }]
        : [],
    )
    .slice(0, most);
  const accept = async (): Promise<string | null> => {
    onAccept(decisions.map(({ transactionId }) => transactionId));
    const sent = acceptCategories({ variables: { input: { decisions } } });
    const answer = await answerOf(sent, (data) => data.acceptCategories);
    onDone();
    if (answer.__typename !== 'CategoriesAccepted') return answer.message;
    toaster.success({ title: `${countOf(decisions.length, 'suggestion')} accepted` });
    return null;
  };
  if (decisions.length < 2) return null;
  return (
    <ConfirmDialog
      title="Accept what is suggested?"
      verb="Accept all"
      onConfirm={accept}
      trigger={
        <Button size="sm" variant="outline">
          Accept {decisions.length} likely ones
        </Button>
      }
    >
      {decisions.length} expenses get the category suggested for them, where it is more likely right
      than not. FinFlow will remember them as your decisions.
    </ConfirmDialog>
  );
}
