import { List, Text } from '@chakra-ui/react';

type Props = {
  readonly suggestion: { readonly reasons: readonly { readonly text: string }[] } | null;
};

/** What speaks for the suggestion. */
export function Reasons({ suggestion }: Props) {
  if (!suggestion) {
    return (
      <Text color="fg.muted" fontSize="sm" mb="3">
        There is no suggestion yet.
      </Text>
    );
  }
  if (suggestion.reasons.length === 0) return null;
  return (
    <List.Root aria-label="Why" color="fg.muted" fontSize="sm" ps="4" mb="3">
      {suggestion.reasons.map(({ text }) => (
        <List.Item key={text}>{text}</List.Item>
      ))}
    </List.Root>
  );
}
