import { List } from '@chakra-ui/react';
import type { Suggestion } from './Choices.tsx';
import { formatShare } from './format-share.ts';

/** What an expense could be, for those who may not say so. */
export function Likely({ suggestion }: { suggestion: Suggestion | null }) {
  if (!suggestion) return null;
  return (
    <List.Root aria-label="What it could be" listStyleType="none" fontSize="sm">
      {[suggestion, ...suggestion.alternatives].map(({ category, confidence }) => (
        <List.Item key={category.code}>
          {category.name}, {formatShare(confidence)}
        </List.Item>
      ))}
    </List.Root>
  );
}
