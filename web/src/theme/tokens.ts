import { defineSemanticTokens, defineTokens } from '@chakra-ui/react/styled-system';

const system =
  'ui-sans-serif, -apple-system, BlinkMacSystemFont, "Segoe UI Variable Text", "Segoe UI", Inter, Roboto, "Helvetica Neue", Arial, sans-serif';

/** Petrol for what one can act on, a cool ink for everything that is read. */
export const tokens = defineTokens({
  // Doesn't grow with the text: on a phone, large text needs the room.
  spacing: { edge: { value: 'min(1rem, 4vw)' } },
  fonts: { body: { value: system }, heading: { value: system } },
  colors: {
    brand: {
      50: { value: '#effaf7' },
      100: { value: '#d6f1ea' },
      200: { value: '#aee2d7' },
      300: { value: '#7accbe' },
      400: { value: '#47afa0' },
      500: { value: '#259385' },
      600: { value: '#17766c' },
      700: { value: '#155f58' },
      800: { value: '#144c48' },
      900: { value: '#133f3c' },
      950: { value: '#062624' },
    },
    gray: {
      50: { value: '#f6f8f9' },
      100: { value: '#edf1f3' },
      200: { value: '#dde3e8' },
      300: { value: '#c3ccd4' },
      400: { value: '#93a1ad' },
      500: { value: '#62707d' },
      600: { value: '#4a5763' },
      700: { value: '#37434e' },
      800: { value: '#232d36' },
      900: { value: '#162028' },
      950: { value: '#0d151b' },
    },
  },
});

const pair = (light: string, dark: string) => ({ value: { _light: light, _dark: dark } });

/** Names of meaning. Components use these, never a raw shade. */
export const semanticTokens = defineSemanticTokens({
  colors: {
    bg: {
      DEFAULT: pair('{colors.gray.50}', '#0a1116'),
      subtle: pair('{colors.gray.50}', '#0e171d'),
      muted: pair('{colors.gray.100}', '#16212a'),
      emphasized: pair('{colors.gray.200}', '#202d37'),
      panel: pair('{colors.white}', '#101a21'),
    },
    fg: {
      DEFAULT: pair('{colors.gray.900}', '#e8eef2'),
      muted: pair('{colors.gray.600}', '#a6b4c0'),
      subtle: pair('{colors.gray.500}', '#8b9aa7'),
      error: pair('{colors.red.700}', '{colors.red.300}'),
    },
    border: {
      DEFAULT: pair('{colors.gray.200}', '#1f2b35'),
      muted: pair('{colors.gray.100}', '#18232b'),
      emphasized: pair('{colors.gray.300}', '#31404c'),
    },
    brand: {
      contrast: pair('{colors.white}', '#04201d'),
      fg: pair('{colors.brand.700}', '{colors.brand.300}'),
      subtle: pair('{colors.brand.50}', '#0e2a28'),
      muted: pair('{colors.brand.100}', '#123533'),
      emphasized: pair('{colors.brand.200}', '#17504b'),
      solid: pair('{colors.brand.700}', '{colors.brand.300}'),
      focusRing: pair('{colors.brand.500}', '{colors.brand.400}'),
      border: pair('{colors.brand.300}', '{colors.brand.700}'),
    },
    gray: { subtle: pair('{colors.gray.100}', '#22303b') },
    green: { subtle: pair('{colors.green.100}', '#0d3321') },
    blue: { subtle: pair('{colors.blue.100}', '#12294d') },
    red: { subtle: pair('{colors.red.100}', '#47161c') },
    orange: { subtle: pair('{colors.orange.100}', '#47220f') },
    money: {
      in: pair('{colors.brand.700}', '{colors.brand.300}'),
      out: pair('{colors.red.700}', '{colors.red.300}'),
    },
    forecast: {
      line: pair('{colors.brand.600}', '{colors.brand.400}'),
      actual: pair('{colors.gray.800}', '#dbe4ea'),
      today: pair('{colors.gray.500}', '#8b9aa7'),
    },
  },
  radii: {
    l1: { value: '{radii.md}' },
    l2: { value: '{radii.lg}' },
    l3: { value: '{radii.xl}' },
  },
  shadows: {
    raised: {
      value: {
        _light: '0 1px 2px rgba(13, 21, 27, 0.05), 0 1px 1px rgba(13, 21, 27, 0.03)',
        _dark: '0 1px 0 rgba(255, 255, 255, 0.03) inset',
      },
    },
  },
});
