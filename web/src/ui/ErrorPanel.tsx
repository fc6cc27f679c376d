import { Alert, Button, Text } from '@chakra-ui/react';
import { RotateCw } from 'lucide-react';

type Props = {
  /** First the fact, then the way on. */
  readonly sentence: string;
  /** What support can look the fault up by. */
  readonly reference?: string | null;
  readonly onRetry?: () => void;
};

/** A part of the page that could not be shown. */
export function ErrorPanel({ sentence, reference, onRetry }: Props) {
  return (
    <Alert.Root status="error" rounded="xl" alignItems="start" role="alert">
      <Alert.Indicator />
      <Alert.Content gap="3">
        <Alert.Description>
          {sentence}
          {reference && (
            <Text as="span" display="block" fontSize="xs" mt="1">
              Reference {reference}
            </Text>
          )}
        </Alert.Description>
        {onRetry && (
          <Button size="sm" variant="outline" alignSelf="start" onClick={onRetry}>
            <RotateCw size={14} aria-hidden /> Try again
          </Button>
        )}
      </Alert.Content>
    </Alert.Root>
  );
}
