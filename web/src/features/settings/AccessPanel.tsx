import { Text, Wrap } from '@chakra-ui/react';
import type { Role } from '../../__generated__/schema.ts';
import { Panel } from '../../ui/Panel.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';

type Props = { readonly role: Role | null; readonly scopes: readonly string[] };

const names: Record<Role, string> = {
  OWNER: 'Owner',
  ADMIN: 'Administrator',
  ACCOUNTANT: 'Accountant',
  MEMBER: 'Member',
  VIEWER: 'Viewer',
};

/** What the signed-in person may do, in the words of the access token. */
export function AccessPanel({ role, scopes }: Props) {
  return (
    <Panel title="What you may do">
      <Text mb="3">{role ? `Your role is ${names[role]}.` : 'You have no role here.'}</Text>
      <Wrap gap="2">
        {scopes.map((scope) => (
          <StatusBadge key={scope} tone="neutral">
            {scope}
          </StatusBadge>
        ))}
      </Wrap>
    </Panel>
  );
}
