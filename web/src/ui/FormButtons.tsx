import { Button, HStack } from '@chakra-ui/react';

type Props = {
  /** What sending the form does. */
  readonly verb: string;
  readonly isSubmitting: boolean;
  readonly onCancel: () => void;
};

/** The end of a form in a sheet: leave it, or send it. */
export function FormButtons({ verb, isSubmitting, onCancel }: Props) {
  return (
    <HStack justify="end">
      <Button variant="outline" onClick={onCancel}>
        Cancel
      </Button>
      <Button type="submit" loading={isSubmitting}>
        {verb}
      </Button>
    </HStack>
  );
}
