import { Box } from '@chakra-ui/react';
import { useRouteError } from 'react-router';
import { describeError } from '../../apollo/error-text.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';

/** The face of a page that could not be loaded or drawn. */
export function RouteError() {
  const { sentence, reference } = describeError(useRouteError());
  return (
    <Box maxW="40rem" mx="auto" p="6">
      <title>Problem · FinFlow</title>
      <ErrorPanel sentence={sentence} reference={reference} onRetry={() => location.reload()} />
    </Box>
  );
}
