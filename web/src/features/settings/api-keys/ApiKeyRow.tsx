import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Box, Text } from '@chakra-ui/react';
import type { ApiKeyState } from '../../../__generated__/schema.ts';
import { formatDate } from '../../../lib/format-date.ts';
import { unreachable } from '../../../lib/unreachable.ts';
import { DataCell, DataRow } from '../../../ui/DataTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { ApiKeyRow_ApiKeyFragment } from './ApiKeyRow.generated.ts';
import { RevokeApiKey } from './RevokeApiKey.tsx';

export const API_KEY_ROW: TypedDocumentNode<ApiKeyRow_ApiKeyFragment> = gql`
  fragment ApiKeyRow_apiKey on ApiKey {
    id
    name
    prefix
    scopes
    state
    expiresOn
    lastUsedOn
  }
`;

/** One key: what it may do, whether it is used, and how to end it. */
export function ApiKeyRow({ apiKey }: { apiKey: FragmentType<ApiKeyRow_ApiKeyFragment> }) {
  const { data, complete } = useFragment({ fragment: API_KEY_ROW, from: apiKey });
  if (!complete) return null;
  return (
    <DataRow>
      <DataCell label="Key" narrow="start">
        <Text fontWeight="medium">{data.name}</Text>
        <Text color="fg.muted" fontSize="xs">
          <Box as="span" fontFamily="mono">
            {data.prefix}…
          </Box>{' '}
          {data.scopes.join(', ')}
        </Text>
      </DataCell>
      <DataCell label="State" narrow="end">
        <State state={data.state} />
      </DataCell>
      <DataCell label="Last used">
        {data.lastUsedOn ? formatDate(data.lastUsedOn) : 'Never'}
      </DataCell>
      <DataCell label="Ends">{data.expiresOn ? formatDate(data.expiresOn) : 'Never'}</DataCell>
      <DataCell label="Action" align="end" narrow="end">
        {data.state === 'ACTIVE' && <RevokeApiKey id={data.id} name={data.name} />}
      </DataCell>
    </DataRow>
  );
}

function State({ state }: { state: ApiKeyState }) {
  switch (state) {
    case 'ACTIVE':
      return <StatusBadge tone="good">Active</StatusBadge>;
    case 'EXPIRED':
      return <StatusBadge tone="neutral">Expired</StatusBadge>;
    case 'REVOKED':
      return <StatusBadge tone="neutral">Revoked</StatusBadge>;
    default:
      return unreachable(state);
  }
}
