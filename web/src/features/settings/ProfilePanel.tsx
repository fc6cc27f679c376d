import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Flex, Text } from '@chakra-ui/react';
import { LogOut } from 'lucide-react';
import { answerOf } from '../../apollo/refusal.ts';
import { useSignOut } from '../../apollo/use-sign-out.ts';
import { BusyButton } from '../../ui/BusyButton.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useBusy } from '../../ui/use-busy.ts';
import { NameForm } from './NameForm.tsx';
import type {
  SaveProfileMutation,
  SaveProfileMutationVariables,
} from './ProfilePanel.generated.ts';

export const SAVE_PROFILE: TypedDocumentNode<SaveProfileMutation, SaveProfileMutationVariables> =
  gql`
    mutation SaveProfile($input: UpdateProfileInput!) {
      updateProfile(input: $input) {
        ... on ProfileUpdated {
          user {
            id
            name
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

/** Who is signed in, and the way out. */
export function ProfilePanel({ user }: { user: { name: string; email: string } }) {
  const [saveProfile] = useMutation(SAVE_PROFILE);
  const { busy, start } = useBusy(useSignOut());
  const save = async (name: string) => {
    const sent = saveProfile({ variables: { input: { name } } });
    const answer = await answerOf(sent, (data) => data.updateProfile);
    return answer.__typename === 'ProfileUpdated' ? null : answer;
  };
  return (
    <Panel title="You">
      <NameForm label="Your name" name={user.name} onSave={save} />
      <Flex justify="space-between" align="center" mt="4" gap="3" wrap="wrap">
        <Text color="fg.muted" fontSize="sm">
          Signed in as {user.email}
        </Text>
        <BusyButton variant="outline" size="sm" isBusy={busy !== null} onClick={() => start()}>
          <LogOut size={16} aria-hidden /> Sign out
        </BusyButton>
      </Flex>
    </Panel>
  );
}
