import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Box, HStack } from '@chakra-ui/react';
import { Faces } from '../../apollo/Faces.tsx';
import { useRefetchOn } from '../../apollo/use-refetch-on.ts';
import { formatDate } from '../../lib/format-date.ts';
import { isZero } from '../../lib/format-money.ts';
import { DataCell, DataRow, DataTable, RowLink } from '../../ui/DataTable.tsx';
import { DayFilter } from '../../ui/DayFilter.tsx';
import { Money } from '../../ui/Money.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { entriesPath } from './entry-filters.ts';
import { LedgerViews } from './LedgerViews.tsx';
import { LEDGER_POSTED } from './ledger-posted.ts';
import type {
  TrialBalanceQuery,
  TrialBalanceQueryVariables,
} from './TrialBalancePage.generated.ts';
import { useDateParam } from './use-date-param.ts';

export const TRIAL_BALANCE: TypedDocumentNode<TrialBalanceQuery, TrialBalanceQueryVariables> = gql`
  query TrialBalance($asOf: LocalDate) {
    trialBalance(asOf: $asOf) {
      asOf
      isBalanced
      rows {
        account {
          id
          code
          name
        }
        debit {
          minor
          decimal
          currency
        }
        credit {
          minor
          decimal
          currency
        }
      }
      totals {
        currency
        debit {
          minor
          decimal
          currency
        }
        credit {
          minor
          decimal
          currency
        }
        difference {
          minor
          decimal
          currency
        }
      }
    }
  }
`;

type Balance = TrialBalanceQuery['trialBalance'];

const columns = [
  { label: 'Account' },
  { label: 'Debit', align: 'end' },
  { label: 'Credit', align: 'end' },
] as const;

/** Every account at the end of a day, and the proof that both sides are equal. */
export function Component() {
  const [asOf, setAsOf] = useDateParam('asOf');
  const query = useQuery(TRIAL_BALANCE, { variables: { asOf: asOf || null } });
  useRefetchOn(LEDGER_POSTED, query.refetch);
  return (
    <>
      <PageHeader title="Trial balance" lead="Debits equal credits, on every day." />
      <LedgerViews />
      <Box maxW="14rem" mb="4">
        <DayFilter
          label="At the end of"
          value={asOf || (query.data?.trialBalance.asOf ?? '')}
          onChoose={setAsOf}
        />
      </Box>
      <Faces query={query} skeleton={<TableSkeleton what="the trial balance" />}>
        {({ trialBalance }) => <Rows balance={trialBalance} />}
      </Faces>
    </>
  );
}

function Rows({ balance }: { balance: Balance }) {
  return (
    <>
      <HStack mb="3" gap="3" color="fg.muted" fontSize="sm" aria-live="polite">
        <StatusBadge tone={balance.isBalanced ? 'good' : 'bad'}>
          {balance.isBalanced ? 'Balanced' : 'Not balanced'}
        </StatusBadge>
        {formatDate(balance.asOf)}
      </HStack>
      <DataTable label="Trial balance" columns={columns}>
        {balance.rows.map(({ account, debit, credit }) => (
          <DataRow key={account.id}>
            <DataCell label="Account" narrow="start">
              <RowLink to={entriesPath({ account: account.id, to: balance.asOf })}>
                {account.code} {account.name}
              </RowLink>
            </DataCell>
            <DataCell label="Debit" align="end">
              {isZero(debit.decimal) ? '–' : <Money value={debit} />}
            </DataCell>
            <DataCell label="Credit" align="end">
              {isZero(credit.decimal) ? '–' : <Money value={credit} />}
            </DataCell>
          </DataRow>
        ))}
        {balance.totals.map(({ currency, debit, credit, difference }) => (
          <DataRow key={currency}>
            <DataCell label="Account" narrow="start">
              <strong>Total {currency}</strong> (difference <Money value={difference} />)
            </DataCell>
            <DataCell label="Debit" align="end">
              <Money value={debit} fontWeight="semibold" />
            </DataCell>
            <DataCell label="Credit" align="end">
              <Money value={credit} fontWeight="semibold" />
            </DataCell>
          </DataRow>
        ))}
      </DataTable>
    </>
  );
}
