import { chakra, HStack, type StackProps } from '@chakra-ui/react';
import { Link } from 'react-router';

export type View = { readonly label: string; readonly to: string; readonly isShown: boolean };

type Props = StackProps & {
  /** Names the group, such as "Kinds of invoices". */
  readonly label: string;
  readonly views: readonly View[];
};

/** Ways to look at one list. Each is an address, so the back button takes it back. */
export function ViewLinks({ label, views, ...style }: Props) {
  return (
    <HStack as="nav" aria-label={label} gap="1" wrap="wrap" {...style}>
      {views.map((view) => (
        <ViewLink key={view.label} to={view.to} aria-current={view.isShown ? 'true' : undefined}>
          {view.label}
        </ViewLink>
      ))}
    </HStack>
  );
}

const ViewLink = chakra(Link, {
  base: {
    px: '3',
    py: '1.5',
    rounded: 'full',
    fontSize: 'sm',
    fontWeight: 'medium',
    color: 'fg.muted',
    focusVisibleRing: 'outside',
    _hover: { bg: 'bg.muted' },
    '&[aria-current]': { bg: 'brand.subtle', color: 'brand.fg' },
  },
});
