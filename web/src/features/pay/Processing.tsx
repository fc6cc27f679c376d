import { Text } from '@chakra-ui/react';
import { Panel } from '../../ui/Panel.tsx';

/** A payment that the bank takes days for. */
export function Processing() {
  return (
    <Panel title="Your payment is on its way">
      <Text>
        Your bank takes a few business days to send it. There is nothing more to do, and no need to
        pay again: this page shows your receipt when the money has arrived.
      </Text>
    </Panel>
  );
}
