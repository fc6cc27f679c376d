import { chakra } from '@chakra-ui/react';
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

/** One way through the app; the router marks it when it is the current one. */
export function NavItem({ place, at }: { place: Place; at: 'side' | 'bottom' }) {
  const Icon = place.icon;
  return (
    <StyledLink to={place.to} end={place.to === '/'} place={at}>
      <Icon size={at === 'side' ? 18 : 20} aria-hidden />
      {place.label}
    </StyledLink>
  );
}
