import { Button, HStack, Text } from '@chakra-ui/react';
import { useState } from 'react';

type Props = {
  readonly shown: number;
  readonly total: number;
  readonly onMore: () => Promise<unknown>;
};

/** How much of a list is shown, and the rest of it. */
export function LoadMore({ shown, total, onMore }: Props) {
  const [isBusy, setBusy] = useState(false);
  const load = async () => {
    setBusy(true);
    await onMore().finally(() => setBusy(false));
  };
  return (
    <HStack justify="center" gap="4" mt="4" color="fg.muted" fontSize="sm">
      <Text aria-live="polite">
        {shown} of {total} shown
      </Text>
      {shown < total && (
        <Button variant="outline" size="xs" loading={isBusy} onClick={() => void load()}>
          Show more
        </Button>
      )}
    </HStack>
  );
}
