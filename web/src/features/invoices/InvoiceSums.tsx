import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Box, Flex } from '@chakra-ui/react';
import { isZero } from '../../lib/format-money.ts';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SumRow } from '../../ui/SumRow.tsx';
import type { InvoiceSums_InvoiceFragment } from './InvoiceSums.generated.ts';

export const INVOICE_SUMS: TypedDocumentNode<InvoiceSums_InvoiceFragment> = gql`
  fragment InvoiceSums_invoice on Invoice {
    id
    isOverdue
    total {
      minor
      decimal
      currency
    }
    amountPaid {
      minor
      decimal
      currency
    }
    amountDue {
      minor
      decimal
      currency
    }
    amountRefunded {
      minor
      decimal
      currency
    }
  }
`;

/** What was asked, what came, what is missing. */
export function InvoiceSums({ invoice }: { invoice: FragmentType<InvoiceSums_InvoiceFragment> }) {
  const { data, complete } = useFragment({ fragment: INVOICE_SUMS, from: invoice });
  if (!complete) return null;
  return (
    <Panel title="Amount">
      <Box as="dl" fontSize="sm" aria-live="polite">
        <SumRow label="Invoiced" value={data.total} />
        <SumRow label="Paid" value={data.amountPaid} />
        {!isZero(data.amountRefunded.decimal) && (
          <SumRow label="Refunded" value={data.amountRefunded} />
        )}
        <Flex justify="space-between" pt="2" mt="1" borderTopWidth="1px" fontWeight="semibold">
          <dt>{data.isOverdue ? 'Open, overdue' : 'Open'}</dt>
          <dd>
            <Money value={data.amountDue} color={data.isOverdue ? 'fg.error' : 'fg'} />
          </dd>
        </Flex>
      </Box>
    </Panel>
  );
}
