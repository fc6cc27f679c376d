import { Alert, HStack, Stack } from '@chakra-ui/react';
import { BusyButton } from '../../../ui/BusyButton.tsx';
import { CopyField } from '../../../ui/CopyField.tsx';

/** The key itself, this once. */
export function NewSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  return (
    <Stack gap="4">
      <Alert.Root status="warning" size="sm" rounded="lg">
        <Alert.Indicator />
        <Alert.Title fontWeight="normal">
          This is the only time that the key is shown. Copy it to a safe place: whoever has it can
          do what it may.
        </Alert.Title>
      </Alert.Root>
      <CopyField label="The new API key" value={secret} />
      <HStack justify="end">
        <BusyButton isBusy={false} onClick={onDone}>
          I have copied it
        </BusyButton>
      </HStack>
    </Stack>
  );
}
