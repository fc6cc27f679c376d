import { Box, HStack, Separator, Text } from '@chakra-ui/react';
import { Compass } from 'lucide-react';
import { BusyButton } from '../../ui/BusyButton.tsx';
import { useBusy } from '../../ui/use-busy.ts';

/** The sample company's own sign-in. No secret: it holds made-up data only. */
const sampleOwner = { email: 'demo@finflow.example', password: 'explore-finflow-demo' };

type Props = { readonly enter: (input: typeof sampleOwner) => Promise<void> };

/** One click into a company with two years of history. */
export function ExploreButton({ enter }: Props) {
  const { busy, start } = useBusy(() => enter(sampleOwner));
  return (
    <Box>
      <HStack mb="4" color="fg.muted" fontSize="xs" aria-hidden>
        <Separator flex="1" />
        <Text>or</Text>
        <Separator flex="1" />
      </HStack>
      <BusyButton
        variant="outline"
        size="lg"
        width="full"
        isBusy={busy !== null}
        onClick={() => start()}
      >
        <Compass size={18} aria-hidden /> Explore the sample company
      </BusyButton>
      <Text color="fg.muted" fontSize="xs" mt="2">
        Two years of made-up invoices and payments. You can remove it with one click.
      </Text>
    </Box>
  );
}
