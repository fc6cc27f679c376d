import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { HStack, Skeleton, Text } from '@chakra-ui/react';
import { useSearchParams } from 'react-router';
import { Faces } from '../../apollo/Faces.tsx';
import { countOf } from '../../lib/count-of.ts';
import { isLocalDate } from '../../lib/format-date.ts';
import { readText } from '../../lib/url-state.ts';
import { DateField } from '../../ui/DateField.tsx';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
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
  const [params, setParams] = useSearchParams();
  const read = (name: string) => {
    const text = readText(params, name);
    return isLocalDate(text) ? text : '';
  };
  const [from, to] = [read('from'), read('to')];
  const query = useQuery(INVOICED, { variables: { from: from || null, to: to || null } });
  const choose = (name: 'from' | 'to', date: string) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        if (date) next.set(name, date);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <Panel title="Invoiced">
      <HStack gap="3" mb="4" align="end" maxW="26rem">
        <DateField
          label="From"
          value={from}
          onChange={(event) => choose('from', event.target.value)}
        />
        <DateField label="To" value={to} onChange={(event) => choose('to', event.target.value)} />
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
