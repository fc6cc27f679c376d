import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Text } from '@chakra-ui/react';
import { CopyField } from '../../ui/CopyField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { PaymentLink_InvoiceFragment } from './PaymentLink.generated.ts';

export const PAYMENT_LINK: TypedDocumentNode<PaymentLink_InvoiceFragment> = gql`
  fragment PaymentLink_invoice on Invoice {
    id
    status
    paymentLink
  }
`;

/** The address on which the customer pays, to be sent. */
export function PaymentLink({ invoice }: { invoice: FragmentType<PaymentLink_InvoiceFragment> }) {
  const { data, complete } = useFragment({ fragment: PAYMENT_LINK, from: invoice });
  if (!complete || !data.paymentLink || data.status === 'PAID') return null;
  return (
    <Panel title="Payment link">
      <CopyField label="Payment link" value={data.paymentLink} />
      <Text color="fg.muted" fontSize="xs" mt="2">
        Whoever has it sees this invoice and can pay it. No account needed.
      </Text>
    </Panel>
  );
}
