import { Grid, Skeleton, Stack } from '@chakra-ui/react';
import { Loading } from '../../ui/Skeletons.tsx';

/** The shape of the dashboard: four cards and a chart. */
export function DashboardSkeleton() {
  return (
    <Loading what="the dashboard">
      <Grid templateColumns={{ base: '1fr', sm: '1fr 1fr', xl: 'repeat(4, 1fr)' }} gap="4" mb="6">
        {['cash', 'expected', 'overdue', 'paid'].map((card) => (
          <Stack key={card} layerStyle="panel" p={{ base: 'edge', md: '5' }} gap="3">
            <Skeleton h="4" w="24" />
            <Skeleton h="7" w="36" />
            <Skeleton h="4" w="28" />
          </Stack>
        ))}
      </Grid>
      <Stack layerStyle="panel" p="5" gap="4">
        <Skeleton h="5" w="28" />
        <Skeleton h="20rem" />
      </Stack>
    </Loading>
  );
}
