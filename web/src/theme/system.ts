import { defaultBaseConfig } from '@chakra-ui/react/preset-base';
import { createSystem, defineConfig } from '@chakra-ui/react/styled-system';
import * as chakra from '@chakra-ui/react/theme';
import { recipes, slotRecipes } from './recipes.ts';
import { semanticTokens, tokens } from './tokens.ts';

const base = defineConfig({
  preflight: true,
  cssVarsPrefix: 'finflow',
  cssVarsRoot: ':where(html)',
  globalCss: chakra.globalCss,
  theme: {
    breakpoints: chakra.breakpoints,
    keyframes: chakra.keyframes,
    tokens: chakra.tokens,
    semanticTokens: chakra.semanticTokens,
    recipes,
    slotRecipes,
    textStyles: chakra.textStyles,
    layerStyles: chakra.layerStyles,
    animationStyles: chakra.animationStyles,
  },
});

const own = defineConfig({
  globalCss: {
    html: { colorPalette: 'brand', scrollPaddingTop: '5rem' },
    body: { fontVariantNumeric: 'tabular-nums lining-nums', minHeight: '100dvh' },
    '*::selection': { bg: 'brand.muted' },
    ':focus-visible': { outlineColor: 'brand.focusRing' },
    // Where the system chooses the colours, a background doesn't say which page is shown, and ours may not be seen on its own.
    'a[aria-current]:not([aria-current=false])': {
      _highContrast: { textDecoration: 'underline' },
    },
    'figure svg :is(path, polyline, .recharts-reference-line-line)[stroke]:not([stroke=none])': {
      _highContrast: { stroke: 'CanvasText' },
    },
    'figure svg line:not(.recharts-reference-line-line)': {
      _highContrast: { stroke: 'GrayText', strokeOpacity: 0.4 },
    },
    'figure svg text': { _highContrast: { fill: 'CanvasText' } },
    '*': { _motionReduce: { animationDuration: '0.01ms', transitionDuration: '0.01ms' } },
  },
  theme: {
    tokens,
    semanticTokens,
    recipes: {
      button: {
        // Words that don't fit in one line go on in the next, as with large text on a phone: the size is the least height, not the height.
        base: { whiteSpace: 'normal', maxW: 'full', py: '0.5' },
        defaultVariants: { size: 'sm' },
        variants: {
          size: {
            '2xs': { h: 'auto', minH: '6' },
            xs: { h: 'auto', minH: '8' },
            sm: { h: 'auto', minH: '9' },
            md: { h: 'auto', minH: '10' },
            lg: { h: 'auto', minH: '11' },
          },
          variant: {
            outline: { borderColor: 'border.emphasized', color: 'fg', bg: 'bg.panel' },
            ghost: { color: 'fg' },
          },
        },
      },
      input: {
        variants: { variant: { outline: { bg: 'bg.panel', borderColor: 'border.emphasized' } } },
      },
    },
    textStyles: {
      // Large, but no wider than a phone where the text is large already: an amount has no place to break.
      figure: { value: { fontSize: 'clamp(1.125rem, 7.5vw, 1.5rem)', fontWeight: 'semibold' } },
    },
    layerStyles: {
      panel: {
        value: {
          background: 'bg.panel',
          borderWidth: '1px',
          borderColor: 'border',
          borderRadius: 'xl',
          boxShadow: 'raised',
        },
      },
    },
  },
});

/** The look of FinFlow: Chakra's mechanics, our tokens. */
export const system = createSystem(defaultBaseConfig, base, own);
