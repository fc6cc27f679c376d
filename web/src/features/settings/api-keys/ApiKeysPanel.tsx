import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { KeyRound } from 'lucide-react';
import { Faces } from '../../../apollo/Faces.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PagedTable } from '../../../ui/PagedTable.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { SheetLink } from '../../../ui/SheetLink.tsx';
import { TableSkeleton } from '../../../ui/Skeletons.tsx';
import { useSheet } from '../../../ui/use-sheet.ts';
import { API_KEY_ROW, ApiKeyRow } from './ApiKeyRow.tsx';
import type { ApiKeysQuery, ApiKeysQueryVariables } from './ApiKeysPanel.generated.ts';
import { NewApiKey } from './NewApiKey.tsx';

export const API_KEYS: TypedDocumentNode<ApiKeysQuery, ApiKeysQueryVariables> = gql`
  query ApiKeys($after: String) {
    apiKeys(first: 20, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      edges {
        cursor
        node {
          id
          ...ApiKeyRow_apiKey
        }
      }
    }
  }
  ${API_KEY_ROW}
`;

const columns = [
  { label: 'Key' },
  { label: 'State' },
  { label: 'Last used' },
  { label: 'Ends' },
  { label: 'Action', align: 'end' },
] as const;

const newKey = 'new-key';

/** The keys by which programs act for the company. */
export function ApiKeysPanel() {
  const query = useQuery(API_KEYS);
  const { sheet, close } = useSheet();
  return (
    <Panel title="API keys" aside={<NewKeyLink />}>
      <Faces query={query} skeleton={<TableSkeleton what="the API keys" />}>
        {({ apiKeys }) => (
          <PagedTable
            label="API keys"
            columns={columns}
            list={apiKeys}
            onMore={(after) => query.fetchMore({ variables: { after } })}
            whenEmpty={
              <EmptyState kind="nothing-yet" title="No keys yet">
                With a key your shop or your own program writes invoices and hears of payments.
              </EmptyState>
            }
          >
            {(apiKey) => <ApiKeyRow key={apiKey.id} apiKey={apiKey} />}
          </PagedTable>
        )}
      </Faces>
      <Sheet title="New API key" isOpen={sheet === newKey} onClose={close}>
        <NewApiKey onDone={close} />
      </Sheet>
    </Panel>
  );
}

function NewKeyLink() {
  return (
    <SheetLink sheet={newKey} variant="outline" size="sm">
      <KeyRound size={16} aria-hidden /> New key
    </SheetLink>
  );
}
