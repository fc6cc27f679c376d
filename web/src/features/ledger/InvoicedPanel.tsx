import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { HStack, Skeleton, Text } from '@chakra-ui/react';
import { Faces } from '../../apollo/Faces.tsx';
import { countOf } from '../../lib/count-of.ts';
import { DayFilter } from '../../ui/DayFilter.tsx';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDateParam } from './use-date-param.ts';
import type { InvoicedQuery, InvoicedQueryVariables } from './InvoicedPanel.generated.ts';

export const INVOICED: TypedDocumentNode<InvoicedQuery, InvoicedQueryVariables> = gql`
  query Invoiced($from: LocalDate, $to: LocalDate) {
    invoiced(from: $from, to: $to) {
      count
      total {
        minor
        decimal
        currency
      }
    }
  }
`;

/** The sum of the invoices issued between two days; the days stand in the address. */
export function InvoicedPanel() {
  const [from, setFrom] = useDateParam('from');
  const [to, setTo] = useDateParam('to');
  const query = useQuery(INVOICED, { variables: { from: from || null, to: to || null } });
  return (
    <Panel title="Invoiced">
      <HStack gap="3" mb="4" align="end" maxW="26rem">
        <DayFilter label="From" value={from} onChoose={setFrom} />
        <DayFilter label="To" value={to} onChoose={setTo} />
      </HStack>
      <Faces query={query} skeleton={<Skeleton height="8" width="40" />}>
        {({ invoiced }) => (
          <>
            <Money value={invoiced.total} fontSize="2xl" fontWeight="semibold" />
            <Text color="fg.muted" fontSize="sm">
              {countOf(invoiced.count, 'invoice')}
            </Text>
          </>
        )}
      </Faces>
    </Panel>
  );
}
