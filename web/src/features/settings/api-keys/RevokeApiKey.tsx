import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, VisuallyHidden } from '@chakra-ui/react';
import { answerOf } from '../../../apollo/refusal.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { toaster } from '../../../ui/toaster.ts';
import type {
  RevokeApiKeyMutation,
  RevokeApiKeyMutationVariables,
} from './RevokeApiKey.generated.ts';

export const REVOKE_API_KEY: TypedDocumentNode<
  RevokeApiKeyMutation,
  RevokeApiKeyMutationVariables
> = gql`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      ... on ApiKeyRevoked {
        apiKey {
          id
          state
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

/** Ends a key, after asking once more. */
export function RevokeApiKey({ id, name }: { id: string; name: string }) {
  const [revokeApiKey] = useMutation(REVOKE_API_KEY);
  const revoke = async (): Promise<string | null> => {
    const sent = revokeApiKey({ variables: { input: { apiKeyId: id } } });
    const answer = await answerOf(sent, (data) => data.revokeApiKey);
    if (answer.__typename !== 'ApiKeyRevoked') return answer.message;
    toaster.success({ title: `${name} was revoked` });
    return null;
  };
  return (
    <ConfirmDialog
      title={`Revoke ${name}?`}
      verb="Revoke key"
      isDangerous
      onConfirm={revoke}
      trigger={
        <Button size="xs" variant="outline">
          Revoke<VisuallyHidden> {name}</VisuallyHidden>
        </Button>
      }
    >
      Programs that use it are refused from now on. This can’t be undone; a new key can be made.
    </ConfirmDialog>
  );
}
