import { Button, HStack, Text } from '@chakra-ui/react';
import { useState } from 'react';

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
  const [isBusy, setBusy] = useState(false);
  const shown = list.edges.length;
  const [hasFailed, setFailed] = useState(false);
  const load = async () => {
    setBusy(true);
    await onMore(list.pageInfo.endCursor)
      .then(
        () => setFailed(false),
        () => setFailed(true),
      )
      .finally(() => setBusy(false));
  };
  return (
    <HStack justify="center" wrap="wrap" gap="4" mt="4" color="fg.muted" fontSize="sm">
      <Text aria-live="polite">
        {shown} of {list.totalCount} shown
      </Text>
      {shown < list.totalCount && (
        <Button variant="outline" size="xs" loading={isBusy} onClick={() => void load()}>
          Show more
        </Button>
      )}
      {hasFailed && (
        <Text role="alert" color="fg.error">
          More could not be loaded. Try again.
        </Text>
      )}
    </HStack>
  );
}
