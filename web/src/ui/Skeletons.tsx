import { Box, HStack, Skeleton, Stack, VisuallyHidden } from '@chakra-ui/react';
import type { ReactNode } from 'react';

type LoadingProps = {
  readonly what: string;
  /** Nothing else on screen names the page yet. */
  readonly isPage?: boolean;
  readonly children: ReactNode;
};

/** Says once, to those who can't see grey boxes, that something is on its way. */
export function Loading({ what, isPage = false, children }: LoadingProps) {
  return (
    <Box as="output" display="block">
      <VisuallyHidden as={isPage ? 'h1' : 'span'}>Loading {what}</VisuallyHidden>
      <Box aria-hidden>{children}</Box>
    </Box>
  );
}

/** What stands there before the first page is known. */
export function AppSkeleton() {
  return (
    <Box as="main" maxW="76rem" mx="auto" p="8">
      <PageSkeleton what="FinFlow" />
    </Box>
  );
}

/** The shape of a page: title, an action, a sheet of lines. */
export function PageSkeleton({ what = 'the page' }: { what?: string }) {
  return (
    <Loading what={what} isPage>
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
