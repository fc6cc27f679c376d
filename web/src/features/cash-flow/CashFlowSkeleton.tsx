import { Skeleton, Stack } from '@chakra-ui/react';
import { Loading } from '../../ui/Skeletons.tsx';
import { ChartSkeleton } from './OutlookPanel.tsx';

/** The shape of the page: a chart, and what it is made of. */
export function CashFlowSkeleton() {
  return (
    <Loading what="the forecast">
      <Stack gap="5">
        <Stack layerStyle="panel" p="5" gap="4">
          <Skeleton h="5" w="28" />
          <Skeleton h="4" w="70%" />
          <ChartSkeleton />
        </Stack>
        <Stack layerStyle="panel" p="5" gap="4">
          <Skeleton h="5" w="40" />
          <Skeleton h="24" />
        </Stack>
      </Stack>
    </Loading>
  );
}
