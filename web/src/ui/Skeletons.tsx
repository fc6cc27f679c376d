import { Box, HStack, Skeleton, Stack, VisuallyHidden } from '@chakra-ui/react';
import type { ReactNode } from 'react';

/** Says once, to those who can't see grey boxes, that something is on its way. */
export function Loading({ what, children }: { what: string; children: ReactNode }) {
  return (
    <Box as="output" display="block">
      <VisuallyHidden>Loading {what}</VisuallyHidden>
      <Box aria-hidden>{children}</Box>
    </Box>
  );
}

/** The shape of a page: title, an action, a sheet of lines. */
export function PageSkeleton({ what = 'the page' }: { what?: string }) {
  return (
    <Loading what={what}>
      <HStack justify="space-between" mb="6">
        <Skeleton height="8" width="44" />
        <Skeleton height="9" width="32" />
      </HStack>
      <LinesSkeleton />
    </Loading>
  );
}

/** The shape of a list. */
export function TableSkeleton({ what }: { what: string }) {
  return (
    <Loading what={what}>
      <LinesSkeleton />
    </Loading>
  );
}

function LinesSkeleton() {
  return (
    <Stack layerStyle="panel" p="5" gap="4">
      {[72, 88, 64, 80, 70, 84].map((width) => (
        <Skeleton key={width} height="5" width={`${width}%`} />
      ))}
    </Stack>
  );
}
