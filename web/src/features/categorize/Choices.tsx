import { Button, HStack, Text, VisuallyHidden } from '@chakra-ui/react';
import { formatShare } from './format-share.ts';
import { Hotkey } from './Hotkey.tsx';

export type Named = { readonly code: string; readonly name: string };
export type Choice = { readonly category: Named; readonly confidence: number };
export type Suggestion = Choice & { readonly alternatives: readonly Choice[] };

type Props = {
  readonly suggestion: Suggestion | null;
  /** The row came under the hand a moment ago: what is clicked now was meant for the one before. */
  readonly isTooSoon: boolean;
  readonly onChoose: (category: Named) => void;
  readonly onPick: () => void;
};

/** What an expense could be: the suggestion first, three alternatives, and all the others behind a button. */
export function Choices({ suggestion, isTooSoon, onChoose, onPick }: Props) {
  return (
    <HStack wrap="wrap" gap="2">
      {suggestion && (
        <Button size="sm" disabled={isTooSoon} onClick={() => onChoose(suggestion.category)}>
          <ChoiceText choice={suggestion} hotkey="Enter" />
        </Button>
      )}
      {suggestion?.alternatives.map((choice, index) => (
        <Button
          key={choice.category.code}
          size="sm"
          variant="outline"
          disabled={isTooSoon}
          onClick={() => onChoose(choice.category)}
        >
          <ChoiceText choice={choice} hotkey={String(index + 1)} />
        </Button>
      ))}
      <Button size="sm" variant="ghost" onClick={onPick}>
        Another category <Hotkey>c</Hotkey>
      </Button>
    </HStack>
  );
}

function ChoiceText({ choice, hotkey }: { choice: Choice; hotkey: string }) {
  return (
    <>
      <VisuallyHidden>It was </VisuallyHidden>
      {choice.category.name}
      <Text as="span" fontVariantNumeric="tabular-nums" opacity="0.85">
        {formatShare(choice.confidence)}
      </Text>
      <Hotkey>{hotkey}</Hotkey>
    </>
  );
}
