import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button } from '@chakra-ui/react';
import { Trash2 } from 'lucide-react';
import { useNavigate } from 'react-router';
import { answerOf } from '../../apollo/refusal.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { toaster } from '../../ui/toaster.ts';
import type {
  DeleteInvoiceDraftMutation,
  DeleteInvoiceDraftMutationVariables,
} from './DeleteDraft.generated.ts';

export const DELETE_DRAFT: TypedDocumentNode<
  DeleteInvoiceDraftMutation,
  DeleteInvoiceDraftMutationVariables
> = gql`
  mutation DeleteInvoiceDraft($input: DeleteInvoiceDraftInput!) {
    deleteInvoiceDraft(input: $input) {
      ... on InvoiceDraftDeleted {
        id
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`;

export function DeleteDraft({ id }: { id: string }) {
  const [deleteDraft] = useMutation(DELETE_DRAFT);
  const navigate = useNavigate();
  const remove = async () => {
    const sent = deleteDraft({ variables: { input: { id } } });
    const answer = await answerOf(sent, (data) => data.deleteInvoiceDraft);
    if (answer.__typename !== 'InvoiceDraftDeleted') return answer.message;
    toaster.success({ title: 'The draft was deleted' });
    await navigate('/invoices', { replace: true });
    return null;
  };
  return (
    <ConfirmDialog
      title="Delete this draft?"
      verb="Delete"
      isDangerous
      onConfirm={remove}
      trigger={
        <Button variant="ghost">
          <Trash2 size={16} aria-hidden /> Delete
        </Button>
      }
    >
      It was never issued, so the books don’t know it. This can’t be undone.
    </ConfirmDialog>
  );
}
