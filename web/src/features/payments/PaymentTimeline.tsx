import { Text, Timeline } from '@chakra-ui/react';
import { formatInstant } from '../../lib/format-date.ts';
import { Panel } from '../../ui/Panel.tsx';
import { PaymentStatusBadge } from '../../ui/PaymentStatusBadge.tsx';
import type { PaymentDetail } from './payment-page.queries.ts';

/** What happened, oldest first; read out as it grows. */
export function PaymentTimeline({ timeline }: { timeline: PaymentDetail['timeline'] }) {
  return (
    <Panel title="Timeline">
      <Timeline.Root as="ol" size="sm" aria-live="polite">
        {timeline.map(({ id, status, at, cause, message }) => (
          <Timeline.Item as="li" key={id}>
            <Timeline.Connector>
              <Timeline.Separator />
              <Timeline.Indicator />
            </Timeline.Connector>
            <Timeline.Content gap="1">
              <Timeline.Title>
                <PaymentStatusBadge status={status} />
              </Timeline.Title>
              {message && <Text fontSize="sm">{message}</Text>}
              <Timeline.Description>
                {formatInstant(at)} · {cause}
              </Timeline.Description>
            </Timeline.Content>
          </Timeline.Item>
        ))}
      </Timeline.Root>
    </Panel>
  );
}
