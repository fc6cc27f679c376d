import { Button, HStack, Text, VisuallyHidden } from '@chakra-ui/react';
import { Panel } from '../../ui/Panel.tsx';
import { useLast } from '../../ui/use-last.ts';
import { useSheet } from '../../ui/use-sheet.ts';
import { CategoryPicker } from './CategoryPicker.tsx';
import type { Decision } from './use-decisions.ts';

const shown = 5;

type Props = {
  readonly decisions: readonly Decision[];
  readonly refusals: ReadonlyMap<string, string>;
  readonly onChange: (decision: Decision) => void;
};

/** The sheet of all categories for a decision. */
const sheetOf = (id: string): string => `change-${id}`;

/** The last few decisions, to be changed where a key was pressed too soon. */
export function DecidedList({ decisions, refusals, onChange }: Props) {
  const { sheet, open, close } = useSheet();
  const asked = decisions.find(({ id }) => sheet === sheetOf(id));
  const changing = useLast(asked ?? null);
  if (decisions.length === 0) return null;
  return (
    <Panel title="Decided just now" mt="6">
      {decisions.slice(0, shown).map((decision) => (
        <HStack key={decision.id} justify="space-between" gap="3" py="1.5">
          <Text minW="0" overflowWrap="anywhere">
            {decision.text || 'No description'}
            <Text as="span" color="fg.muted">
              {' is '}
              {decision.category.name}
            </Text>
            {refusals.has(decision.id) && (
              <Text role="alert" color="fg.error" fontSize="sm">
                {refusals.get(decision.id)}
              </Text>
            )}
          </Text>
          <Button size="xs" variant="outline" onClick={() => open(sheetOf(decision.id))}>
            Change<VisuallyHidden> {decision.text}</VisuallyHidden>
          </Button>
        </HStack>
      ))}
      <CategoryPicker
        title={`What was “${changing?.text ?? ''}” for?`}
        isOpen={asked !== undefined}
        onClose={close}
        onPick={(category) => changing && onChange({ ...changing, category })}
      />
    </Panel>
  );
}
