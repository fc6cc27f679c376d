import { HStack, Text } from '@chakra-ui/react';
import { CloudOff } from 'lucide-react';
import { useEffect } from 'react';
import { waitBeforeRetry } from './wait-before-retry.ts';

/** A fault is given a moment to pass before the first try. */
const firstWait = 2;

type Props = { readonly refetch: () => Promise<unknown> };

/** Above what stays on screen though it could not be brought up to date. Asks again by itself, ever less often, while it stands there. */
export function OutOfDate({ refetch }: Props) {
  useEffect(() => {
    let isShown = true;
    const keepAsking = async () => {
      for (let wait = firstWait; isShown; wait += 1) {
        await waitBeforeRetry(wait);
        if (isShown) await refetch().catch(() => undefined); // What it met is the query's error, which this note stands for.
      }
    };
    void keepAsking();
    return () => {
      isShown = false;
    };
  }, [refetch]);
  return (
    <HStack as="output" gap="2" mb="3" color="fg.muted" fontSize="sm">
      <CloudOff size={16} aria-hidden />
      <Text as="span">This may be out of date: FinFlow could not load it anew. Trying again.</Text>
    </HStack>
  );
}
