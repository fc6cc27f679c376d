import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Button, HStack, Input, Text } from '@chakra-ui/react';
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
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
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  if (!complete || !data.paymentLink || data.status === 'PAID') return null;
  const link = data.paymentLink;
  const copy = async () => {
    // Without TLS browsers have no clipboard; the link is then selected, ready for Ctrl+C.
    field.current?.select();
    await navigator.clipboard?.writeText(link);
    setCopied(Boolean(navigator.clipboard));
  };
  return (
    <Panel title="Payment link">
      <HStack gap="2">
        <Input ref={field} readOnly value={link} aria-label="Payment link" size="sm" />
        <Button variant="outline" size="sm" onClick={() => void copy()}>
          {isCopied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          <span aria-live="polite">{isCopied ? 'Copied' : 'Copy'}</span>
        </Button>
      </HStack>
      <Text color="fg.muted" fontSize="xs" mt="2">
        Whoever has it sees this invoice and can pay it. No account needed.
      </Text>
    </Panel>
  );
}
