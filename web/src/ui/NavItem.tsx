import { Badge, chakra, VisuallyHidden } from '@chakra-ui/react';
import { NavLink } from 'react-router';
import type { Place } from './navigation.ts';

const StyledLink = chakra(NavLink, {
  base: {
    display: 'flex',
    alignItems: 'center',
    gap: '3',
    px: '3',
    py: '2',
    rounded: 'lg',
    fontSize: 'sm',
    fontWeight: 'medium',
    color: 'fg.muted',
    focusVisibleRing: 'outside',
    _hover: { bg: 'bg.muted', color: 'fg' },
    _currentPage: { bg: 'brand.subtle', color: 'brand.fg' },
  },
  variants: {
    place: {
      side: {},
      bottom: {
        flexDirection: 'column',
        gap: '0.5',
        px: '1',
        fontSize: 'xs',
        flex: '1',
        _currentPage: { bg: 'transparent' },
      },
    },
  },
});

type Props = {
  readonly place: Place;
  readonly at: 'side' | 'bottom';
  /** How much waits there. */
  readonly waiting?: number | undefined;
};

/** One way through the app; the router marks it when it is the current one. */
export function NavItem({ place, at, waiting = 0 }: Props) {
  const Icon = place.icon;
  return (
    <StyledLink to={place.to} end={place.to === '/'} place={at}>
      <Icon size={at === 'side' ? 18 : 20} aria-hidden />
      {place.label}
      {waiting > 0 && <WaitingCount count={waiting} />}
    </StyledLink>
  );
}

const mostShown = 99;

function WaitingCount({ count }: { count: number }) {
  const shown = count > mostShown ? `${mostShown}+` : String(count);
  return (
    <Badge ms="auto" colorPalette="orange" variant="subtle" size="sm" rounded="full">
      {shown}
      <VisuallyHidden> to look at</VisuallyHidden>
    </Badge>
  );
}
