import { Box, Flex, Heading, HStack, Text } from '@chakra-ui/react';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextLink } from './TextLink.tsx';

type Props = {
  readonly title: string;
  /** A sentence below the title. */
  readonly lead?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
  /** Buttons; they wrap below the title on a narrow screen. */
  readonly actions?: ReactNode;
  /** Stands beside the title, such as a status. */
  readonly mark?: ReactNode;
};

/** The top of each page. Also names the document, so that tabs and screen readers can tell pages apart. */
export function PageHeader({ title, lead, back, actions, mark }: Props) {
  return (
    <Box mb={{ base: '5', md: '6' }}>
      <title>{`${title} · FinFlow`}</title>
      {back && (
        <TextLink to={back.to} fontSize="sm" color="fg.muted" mb="2">
          <ChevronLeft size={16} aria-hidden /> {back.label}
        </TextLink>
      )}
      <Flex justify="space-between" align="flex-start" wrap="wrap" gap="3">
        <Box minW="0">
          <HStack gap="3" wrap="wrap">
            <Heading as="h1" size="2xl" fontWeight="semibold" letterSpacing="-0.02em">
              {title}
            </Heading>
            {mark}
          </HStack>
          {lead && (
            <Text color="fg.muted" mt="1" maxW="68ch">
              {lead}
            </Text>
          )}
        </Box>
        {actions && (
          <HStack gap="2" wrap="wrap" align="flex-end" minW="0">
            {actions}
          </HStack>
        )}
      </Flex>
    </Box>
  );
}
