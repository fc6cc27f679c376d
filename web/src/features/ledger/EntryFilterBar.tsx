import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { HStack } from '@chakra-ui/react';
import { useNavigate } from 'react-router';
import { DayFilter } from '../../ui/DayFilter.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type {
  AccountChoiceQuery,
  AccountChoiceQueryVariables,
} from './EntryFilterBar.generated.ts';
import { type EntryFilters, entriesPath } from './entry-filters.ts';

export const ACCOUNT_CHOICE: TypedDocumentNode<AccountChoiceQuery, AccountChoiceQueryVariables> =
  gql`
    query AccountChoice {
      accounts {
        id
        code
        name
      }
    }
  `;

/** All accounts for a choice: "1000 Bank". */
export function useAccountOptions(): { value: string; label: string }[] {
  const { data } = useQuery(ACCOUNT_CHOICE, { fetchPolicy: 'cache-first' });
  const accounts = data?.accounts ?? [];
  return accounts.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }));
}

/** What to show of the journal. Every choice is an address. */
export function EntryFilterBar({ filters }: { filters: EntryFilters }) {
  const navigate = useNavigate();
  const options = useAccountOptions();
  const change = (part: Partial<EntryFilters>) =>
    void navigate(entriesPath({ ...filters, ...part }), { replace: true });
  const date = (name: 'from' | 'to', label: string) => (
    <DayFilter label={label} value={filters[name]} onChoose={(day) => change({ [name]: day })} />
  );
  return (
    <HStack gap="3" mb="4" wrap={{ base: 'wrap', sm: 'nowrap' }} align="end" maxW="44rem">
      <SelectField
        label="Account"
        value={filters.account}
        options={[{ value: '', label: 'All accounts' }, ...options]}
        onChange={(event) => change({ account: event.target.value })}
      />
      {date('from', 'From')}
      {date('to', 'To')}
      {entriesPath(filters) !== '/ledger/entries' && (
        <LinkButton to="/ledger/entries" variant="ghost" size="sm">
          Clear filters
        </LinkButton>
      )}
    </HStack>
  );
}
