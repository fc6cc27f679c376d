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
    '*': { _motionReduce: { animationDuration: '0.01ms', transitionDuration: '0.01ms' } },
  },
  theme: {
    tokens,
    semanticTokens,
    recipes: {
      button: {
        defaultVariants: { size: 'sm' },
        variants: {
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
