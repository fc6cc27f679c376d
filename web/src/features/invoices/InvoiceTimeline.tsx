import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Text, Timeline } from '@chakra-ui/react';
import { BadgeCheck, Banknote, FilePen, type LucideIcon, Scale, Send, Undo2 } from 'lucide-react';
import type { InvoiceActivityKind } from '../../__generated__/schema.ts';
import { formatInstant } from '../../lib/format-date.ts';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { InvoiceTimeline_InvoiceFragment } from './InvoiceTimeline.generated.ts';

export const INVOICE_TIMELINE: TypedDocumentNode<InvoiceTimeline_InvoiceFragment> = gql`
  fragment InvoiceTimeline_invoice on Invoice {
    id
    timeline {
      id
      kind
      at
      amount {
        minor
        decimal
        currency
      }
    }
  }
`;

const faces: Record<InvoiceActivityKind, { readonly text: string; readonly icon: LucideIcon }> = {
  CREATED: { text: 'Draft written', icon: FilePen },
  ISSUED: { text: 'Issued', icon: Send },
  PAYMENT_RECEIVED: { text: 'Payment received', icon: Banknote },
  PAID: { text: 'Paid in full', icon: BadgeCheck },
  REFUNDED: { text: 'Refunded', icon: Undo2 },
  DISPUTED: { text: 'Disputed by the customer', icon: Scale },
};

/** What happened, oldest first; read out as it grows. */
export function InvoiceTimeline({
  invoice,
}: {
  invoice: FragmentType<InvoiceTimeline_InvoiceFragment>;
}) {
  const { data, complete } = useFragment({ fragment: INVOICE_TIMELINE, from: invoice });
  if (!complete) return null;
  return (
    <Panel title="Timeline">
      <Timeline.Root as="ol" size="sm" aria-live="polite">
        {data.timeline.map(({ id, kind, at, amount }) => {
          const { text, icon: Icon } = faces[kind];
          return (
            <Timeline.Item as="li" key={id}>
              <Timeline.Connector>
                <Timeline.Separator />
                <Timeline.Indicator bg="brand.subtle" color="brand.fg">
                  <Icon size={12} aria-hidden />
                </Timeline.Indicator>
              </Timeline.Connector>
              <Timeline.Content gap="0" pb="4">
                <Timeline.Title>
                  {text}
                  {amount && <Money value={amount} />}
                </Timeline.Title>
                <Text color="fg.muted" fontSize="xs">
                  {formatInstant(at)}
                </Text>
              </Timeline.Content>
            </Timeline.Item>
          );
        })}
      </Timeline.Root>
    </Panel>
  );
}
