import { Box, type BoxProps, Heading, HStack } from '@chakra-ui/react';
import { type ReactNode, useId } from 'react';

type Props = BoxProps & {
  readonly title?: string;
  /** Stands at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** A sheet of paper on the page: one subject, with its title as a landmark's name. */
export function Panel({ title, aside, children, ...style }: Props) {
  const titleId = useId();
  const name = title ? { 'aria-labelledby': titleId } : {};
  return (
    <Box
      as={title ? 'section' : 'div'}
      layerStyle="panel"
      p={{ base: 'edge', md: '5' }}
      {...name}
      {...style}
    >
      {title && (
        <HStack justify="space-between" align="start" wrap="wrap" mb="4" gap="3">
          <Heading as="h2" id={titleId} size="sm" fontWeight="semibold">
            {title}
          </Heading>
          {aside}
        </HStack>
      )}
      {children}
    </Box>
  );
}
