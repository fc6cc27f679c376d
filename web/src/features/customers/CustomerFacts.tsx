import { Text } from '@chakra-ui/react';
import { Fact, Facts } from '../../ui/Facts.tsx';

type Props = {
  readonly name: string;
  readonly email: string | null;
  readonly address: string | null;
};

/** A customer for those who may not change them. */
export function CustomerFacts({ name, email, address }: Props) {
  return (
    <Facts>
      <Fact label="Name">{name}</Fact>
      <Fact label="Email">{email ?? '–'}</Fact>
      <Fact label="Address">
        <Text whiteSpace="pre-line">{address ?? '–'}</Text>
      </Fact>
    </Facts>
  );
}
