import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, VisuallyHidden } from '@chakra-ui/react';
import { answerOf } from '../../../apollo/refusal.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { toaster } from '../../../ui/toaster.ts';
import { modelName } from './model-name.ts';
import type {
  UseCategoryModelMutation,
  UseCategoryModelMutationVariables,
} from './UseModel.generated.ts';

export const USE_MODEL: TypedDocumentNode<
  UseCategoryModelMutation,
  UseCategoryModelMutationVariables
> = gql`
  mutation UseCategoryModel($input: RollbackCategoryModelInput!) {
    rollbackCategoryModel(input: $input) {
      ... on CategoryModelChosen {
        models {
          version
          isActive
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

/** Uses another model from now on, after asking once more. What waits is suggested by it, so the queue is read anew. */
export function UseModel({ version }: { version: number }) {
  const [chooseModel] = useMutation(USE_MODEL, { refetchQueries: ['Categorize'] });
  const name = modelName(version);
  const choose = async (): Promise<string | null> => {
    const sent = chooseModel({ variables: { input: { version } } });
    const answer = await answerOf(sent, (data) => data.rollbackCategoryModel);
    if (answer.__typename !== 'CategoryModelChosen') return answer.message;
    toaster.success({ title: `${name} is in use` });
    return null;
  };
  return (
    <ConfirmDialog
      title={`Use the ${name.toLowerCase()}?`}
      verb="Use it"
      onConfirm={choose}
      trigger={
        <Button size="xs" variant="outline">
          Use this version<VisuallyHidden> ({name})</VisuallyHidden>
        </Button>
      }
    >
      What waits is suggested anew by it; what was decided stays. A model that is trained later and
      is better takes its place. You can come back to this one.
    </ConfirmDialog>
  );
}
