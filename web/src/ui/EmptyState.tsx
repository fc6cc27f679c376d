import { EmptyState as Chakra, VStack } from '@chakra-ui/react';
import { CheckCircle2, Inbox, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';

/** Why nothing is here: nothing was made yet, the filters match nothing, or all work is done. */
export type EmptyKind = 'nothing-yet' | 'no-match' | 'all-done';

type Props = {
  readonly kind: EmptyKind;
  readonly title: string;
  /** The way on, in a sentence. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Its place among the page's headings: h1 where nothing else names the page. */
  readonly heading?: 'h1' | 'h2';
};

const icons = { 'nothing-yet': Inbox, 'no-match': SearchX, 'all-done': CheckCircle2 } as const;

export function EmptyState({ kind, title, children, action, heading = 'h2' }: Props) {
  const Icon = icons[kind];
  return (
    <Chakra.Root size="md" data-kind={kind}>
      <Chakra.Content>
        <Chakra.Indicator color={kind === 'all-done' ? 'brand.fg' : 'fg.subtle'}>
          <Icon aria-hidden />
        </Chakra.Indicator>
        <VStack textAlign="center" gap="1">
          <Chakra.Title as={heading}>{title}</Chakra.Title>
          <Chakra.Description maxW="46ch">{children}</Chakra.Description>
        </VStack>
        {action}
      </Chakra.Content>
    </Chakra.Root>
  );
}
