import { HStack, Spinner, Text } from '@chakra-ui/react';
import { useEffect, useEffectEvent } from 'react';
import { Panel } from '../../ui/Panel.tsx';

const askAgainMs = 3_000;

/** Between the provider's yes and the books. Live news end it; it also asks by itself, for a
 * browser whose socket is blocked. */
export function Confirming({ refetch }: { refetch: () => Promise<unknown> }) {
  // A failed question is asked again soon: there is nothing to tell the payer meanwhile.
  const ask = useEffectEvent(() => void refetch().catch(() => undefined));
  useEffect(() => {
    const timer = setInterval(() => ask(), askAgainMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <Panel title="Payment received">
      <HStack as="output" gap="3">
        <Spinner size="sm" />
        <Text>The payment went through. Your receipt appears here in a moment.</Text>
      </HStack>
    </Panel>
  );
}
