import { Button, HStack, Text } from '@chakra-ui/react';
import { Hotkey } from './Hotkey.tsx';

type Props = {
  readonly category: string | null;
  readonly byModel: boolean;
  readonly onGoOn: () => void;
  /** It should be another category after all; null for those who may not say so. */
  readonly onPick: (() => void) | null;
};

/** In the place of an open row's choices, once somebody else or the model has decided it. */
export function DecidedMeanwhile({ category, byModel, onGoOn, onPick }: Props) {
  return (
    <>
      <Text mb="3">
        {byModel ? 'FinFlow is sure of it by now' : 'Somebody decided it meanwhile'}
        {category && `: ${category}`}.
      </Text>
      <HStack wrap="wrap" gap="2">
        <Button size="sm" onClick={onGoOn}>
          Go on <Hotkey>Enter</Hotkey>
        </Button>
        {onPick && (
          <Button size="sm" variant="ghost" onClick={onPick}>
            Another category <Hotkey>c</Hotkey>
          </Button>
        )}
      </HStack>
    </>
  );
}
