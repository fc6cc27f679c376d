import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, HStack, Text } from '@chakra-ui/react';
import { FlaskConical } from 'lucide-react';
import { Allowed } from '../../apollo/Allowed.tsx';
import { RemoveSampleData } from '../../apollo/RemoveSampleData.tsx';
import type { DemoBannerQuery, DemoBannerQueryVariables } from './DemoBanner.generated.ts';

export const DEMO_BANNER: TypedDocumentNode<DemoBannerQuery, DemoBannerQueryVariables> = gql`
  query DemoBanner {
    me {
      organization {
        id
        isDemo
      }
    }
  }
`;

/** Says that the data is made up, and removes all of it. */
export function DemoBanner() {
  const { data } = useQuery(DEMO_BANNER);
  if (!data?.me?.organization?.isDemo) return null;
  return (
    <HStack
      as="aside"
      aria-label="Sample data"
      bg="brand.subtle"
      borderWidth="1px"
      borderColor="brand.border"
      rounded="xl"
      px="4"
      py="2.5"
      mb="6"
      gap="3"
      wrap="wrap"
      justify="space-between"
      fontSize="sm"
    >
      <HStack gap="2.5">
        <FlaskConical size={18} aria-hidden />
        <Text>You are looking at a sample company. Nothing here is real.</Text>
      </HStack>
      <Allowed right="organization:manage">
        <RemoveSampleData
          trigger={
            <Button size="xs" variant="outline">
              Remove sample data
            </Button>
          }
        />
      </Allowed>
    </HStack>
  );
}
