import { Alert } from '@chakra-ui/react';

/** What is wrong with a form as a whole. Read out when it appears. */
export function FormError({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <Alert.Root status="error" size="sm" rounded="lg" role="alert">
      <Alert.Indicator />
      <Alert.Title fontWeight="normal">{message}</Alert.Title>
    </Alert.Root>
  );
}
