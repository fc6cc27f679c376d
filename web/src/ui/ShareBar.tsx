import { Box, type BoxProps } from '@chakra-ui/react';

type Props = Omit<BoxProps, 'color'> & {
  /** 0 to 1 of the bar. */
  readonly share: number;
  readonly color: NonNullable<BoxProps['bg']>;
};

/**
 * How large a part is, for the eye only: the number stands beside it. Where the system chooses the colours it takes its own, for backgrounds
 * would be left out there.
 */
export function ShareBar({ share, color, children, ...box }: Props) {
  return (
    <Box
      aria-hidden
      bg="bg.muted"
      rounded="full"
      _highContrast={{ outline: '1px solid CanvasText' }}
      {...box}
    >
      <Box
        bg={color}
        rounded="full"
        h="full"
        w={`${share * 100}%`}
        _highContrast={{ bg: 'CanvasText', forcedColorAdjust: 'none' }}
      />
      {children}
    </Box>
  );
}
