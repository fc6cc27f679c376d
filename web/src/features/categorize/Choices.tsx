import { Button, HStack, Kbd, List, Text, VisuallyHidden } from '@chakra-ui/react';
import { formatShare } from './format-share.ts';

export type Named = { readonly code: string; readonly name: string };
type Choice = { readonly category: Named; readonly confidence: number };

type Props = {
  readonly suggestion:
    | (Choice & {
        readonly alternatives: readonly Choice[];
        readonly reasons: readonly { readonly text: string }[];
      })
    | null;
  readonly onChoose: (category: Named) => void;
  readonly onPick: () => void;
};

/** What an expense could be: the suggestion first, three alternatives, and all the others behind a button. */
export function Choices({ suggestion, onChoose, onPick }: Props) {
  return (
    <>
      {suggestion && suggestion.reasons.length > 0 && (
        <List.Root aria-label="Why" color="fg.muted" fontSize="sm" ps="4" mb="3">
          {suggestion.reasons.map(({ text }) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List.Root>
      )}
      {!suggestion && (
        <Text color="fg.muted" fontSize="sm" mb="3">
          There is no suggestion yet.
        </Text>
      )}
      <HStack wrap="wrap" gap="2">
        {suggestion && (
          <Button size="sm" onClick={() => onChoose(suggestion.category)}>
            <ChoiceText choice={suggestion} hotkey="Enter" />
          </Button>
        )}
        {suggestion?.alternatives.map((choice, index) => (
          <Button
            key={choice.category.code}
            size="sm"
            variant="outline"
            onClick={() => onChoose(choice.category)}
          >
            <ChoiceText choice={choice} hotkey={String(index + 1)} />
          </Button>
        ))}
        <Button size="sm" variant="ghost" onClick={onPick}>
          Another category <Hotkey>c</Hotkey>
        </Button>
      </HStack>
    </>
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

/** Useless without a keyboard, and in the way on a narrow screen. */
const Hotkey = ({ children }: { children: string }) => (
  <Kbd size="sm" hideBelow="md" aria-hidden>
    {children}
  </Kbd>
);
