import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Box, Flex, HStack, Stack, Text } from '@chakra-ui/react';
import { formatInstant } from '../../lib/format-date.ts';
import { isZero } from '../../lib/format-money.ts';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PaymentStatusBadge } from '../../ui/PaymentStatusBadge.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import type { InvoicePayments_InvoiceFragment } from './InvoicePayments.generated.ts';

export const INVOICE_PAYMENTS: TypedDocumentNode<InvoicePayments_InvoiceFragment> = gql`
  fragment InvoicePayments_invoice on Invoice {
    id
    payments {
      id
      status
      createdAt
      amount {
        minor
        decimal
        currency
      }
      amountRefunded {
        minor
        decimal
        currency
      }
      failure {
        code
        message
      }
    }
  }
`;

type Payment = InvoicePayments_InvoiceFragment['payments'][number];
type Props = { readonly invoice: FragmentType<InvoicePayments_InvoiceFragment> };

/** Each attempt to pay, newest first, with its outcome. */
export function InvoicePayments({ invoice }: Props) {
  const { data, complete } = useFragment({ fragment: INVOICE_PAYMENTS, from: invoice });
  if (!complete || data.payments.length === 0) return null;
  return (
    <Panel title="Payments">
      <Stack as="ul" listStyleType="none" gap="4" aria-live="polite">
        {data.payments.map((payment) => (
          <PaymentItem key={payment.id} payment={payment} />
        ))}
      </Stack>
    </Panel>
  );
}

function PaymentItem({ payment }: { payment: Payment }) {
  const { id, amount, amountRefunded, status, failure, createdAt } = payment;
  return (
    <Box as="li" fontSize="sm">
      <Flex justify="space-between" gap="3">
        <TextLink to={`/payments/${id}`} fontWeight="medium">
          <Money value={amount} />
        </TextLink>
        <PaymentStatusBadge status={status} />
      </Flex>
      <HStack color="fg.muted" fontSize="xs" wrap="wrap">
        <Text>{formatInstant(createdAt)}</Text>
        {!isZero(amountRefunded.decimal) && (
          <Text>
            <Money value={amountRefunded} /> refunded
          </Text>
        )}
      </HStack>
      {failure && (
        <Text color="fg.error" fontSize="xs">
          {failure.message}
        </Text>
      )}
    </Box>
  );
}
