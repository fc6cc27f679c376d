import { HStack, Text } from '@chakra-ui/react';
import { useState } from 'react';
import { BusyButton } from './BusyButton.tsx';
import { useBusy } from './use-busy.ts';

type Props = {
  readonly list: {
    readonly totalCount: number;
    readonly edges: { readonly length: number };
    readonly pageInfo: { readonly endCursor: string | null };
  };
  readonly onMore: (after: string | null) => Promise<unknown>;
};

/** How much of a list is shown, and the rest of it. */
export function LoadMore({ list, onMore }: Props) {
  const shown = list.edges.length;
  const [hasFailed, setFailed] = useState(false);
  const { busy, start } = useBusy(() =>
    onMore(list.pageInfo.endCursor).then(
      () => setFailed(false),
      () => setFailed(true),
    ),
  );
  return (
    <HStack justify="center" wrap="wrap" gap="4" mt="4" color="fg.muted" fontSize="sm">
      <Text aria-live="polite">
        {shown} of {list.totalCount} shown
      </Text>
      {shown < list.totalCount && (
        <BusyButton variant="outline" size="xs" isBusy={busy !== null} onClick={() => start()}>
          Show more
        </BusyButton>
      )}
      {hasFailed && (
        <Text role="alert" color="fg.error">
          More could not be loaded. Try again.
        </Text>
      )}
    </HStack>
  );
}
