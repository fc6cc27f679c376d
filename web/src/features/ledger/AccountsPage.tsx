import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Heading, Stack } from '@chakra-ui/react';
import type { AccountType } from '../../__generated__/schema.ts';
import { Faces } from '../../apollo/Faces.tsx';
import { NewEntry } from '../../apollo/NewLinks.tsx';
import { useRefetchOn } from '../../apollo/use-refetch-on.ts';
import { DataCell, DataRow, DataTable, RowLink } from '../../ui/DataTable.tsx';
import { Money } from '../../ui/Money.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import type { AccountsQuery, AccountsQueryVariables } from './AccountsPage.generated.ts';
import { entriesPath } from './entry-filters.ts';
import { LedgerViews } from './LedgerViews.tsx';
import { LEDGER_POSTED } from './ledger-posted.ts';

export const ACCOUNTS: TypedDocumentNode<AccountsQuery, AccountsQueryVariables> = gql`
  query Accounts {
    accounts {
      id
      code
      name
      type
      balance {
        minor
        decimal
        currency
      }
    }
  }
`;

const kinds: readonly { readonly type: AccountType; readonly title: string }[] = [
  { type: 'ASSET', title: 'What the company has' },
  { type: 'LIABILITY', title: 'What it owes' },
  { type: 'EQUITY', title: 'What belongs to its owners' },
  { type: 'INCOME', title: 'Income' },
  { type: 'EXPENSE', title: 'Expenses' },
];

const columns = [
  { label: 'Code' },
  { label: 'Account' },
  { label: 'Balance', align: 'end' },
] as const;

/** The chart of accounts with today's balances, live. */
export function Component() {
  const query = useQuery(ACCOUNTS);
  useRefetchOn(LEDGER_POSTED, query.refetch);
  return (
    <>
      <PageHeader
        title="Ledger"
        lead="Every amount stands in two places. Choose an account to see what moved it."
        actions={<NewEntry />}
      />
      <LedgerViews />
      <Faces query={query} skeleton={<TableSkeleton what="the accounts" />}>
        {({ accounts }) => (
          <Stack gap="6">
            {kinds.map(({ type, title }) => (
              <AccountTable
                key={type}
                title={title}
                accounts={accounts.filter((account) => account.type === type)}
              />
            ))}
          </Stack>
        )}
      </Faces>
    </>
  );
}

type TableProps = { readonly title: string; readonly accounts: AccountsQuery['accounts'] };

function AccountTable({ title, accounts }: TableProps) {
  if (accounts.length === 0) return null;
  return (
    <section aria-label={title}>
      <Heading as="h2" size="sm" mb="2">
        {title}
      </Heading>
      <DataTable label={title} columns={columns}>
        {accounts.map(({ id, code, name, balance }) => (
          <DataRow key={id}>
            <DataCell label="Code" narrow="hidden">
              {code}
            </DataCell>
            <DataCell label="Account" narrow="start">
              <RowLink to={entriesPath({ account: id })}>{name}</RowLink>
            </DataCell>
            <DataCell label="Balance" align="end" narrow="end">
              <Money value={balance} />
            </DataCell>
          </DataRow>
        ))}
      </DataTable>
    </section>
  );
}
