import { Button, HStack } from '@chakra-ui/react';
import { SubmitButton } from './Form.tsx';

type Props = {
  /** What sending the form does. */
  readonly verb: string;
  readonly onCancel: () => void;
};

/** The end of a form in a sheet: leave it, or send it. */
export function FormButtons({ verb, onCancel }: Props) {
  return (
    <HStack justify="end">
      <Button variant="outline" onClick={onCancel}>
        Cancel
      </Button>
      <SubmitButton>{verb}</SubmitButton>
    </HStack>
  );
}
