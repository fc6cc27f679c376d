import type { FragmentType } from '@apollo/client';
import { Box } from '@chakra-ui/react';
import { useViewer } from '../../apollo/use-viewer.ts';
import { useLast } from '../../ui/use-last.ts';
import { useSheet } from '../../ui/use-sheet.ts';
import { CategoryPicker } from './CategoryPicker.tsx';
import type { Named } from './Choices.tsx';
import type { useOpenRow } from './use-open-row.ts';
import { usePause } from './use-pause.ts';
import { WaitingRow } from './WaitingRow.tsx';
import type { WaitingRow_TransactionFragment } from './WaitingRow.generated.ts';

export type Waiting = FragmentType<WaitingRow_TransactionFragment> & {
  readonly id: string;
  readonly text: string;
  readonly needsReview: boolean;
  readonly suggestion: {
    readonly confidence: number;
    readonly category: { readonly code: string };
  } | null;
};

type Props = {
  readonly place: ReturnType<typeof useOpenRow<Waiting>>;
  readonly refusals: ReadonlyMap<string, string>;
  readonly onChoose: (row: Waiting, category: Named) => void;
};

/** Nobody reads a row in less: what is pressed that soon after a decision was meant for the row before. */
const readingMs = 300;

/** The sheet of all categories for a row. */
const sheetOf = (id: string): string => `pick-${id}`;

/** One row is open; letters and arrows go from one to the next while the focus is inside. */
export function QueueRows({ place, refusals, onChoose }: Props) {
  const { rows, open, listRef, show, goOnFrom, onKeyDown, openButton } = place;
  const { sheet, open: openSheet, close } = useSheet();
  const [isTooSoon, pause] = usePause(readingMs);
  const canDecide = useViewer().can('ledger:write');
  const asked = canDecide ? rows.find(({ id }) => sheet === sheetOf(id)) : undefined;
  const picking = useLast(asked ?? null);
  const goOn = (row: Waiting) => {
    goOnFrom(row);
    pause();
  };
  const choose = (row: Waiting, category: Named) => {
    goOn(row);
    onChoose(row, category);
  };
  return (
    <>
      <Box
        as="ul"
        ref={listRef}
        hidden={rows.length === 0}
        aria-label="Expenses to categorize"
        listStyleType="none"
        layerStyle="panel"
        overflow="hidden"
        onKeyDown={onKeyDown}
      >
        {rows.map((row) => (
          <WaitingRow
            key={row.id}
            transaction={row}
            isOpen={row.id === open?.id}
            isTooSoon={isTooSoon}
            canDecide={canDecide}
            refusal={refusals.get(row.id) ?? null}
            onOpen={() => show(row)}
            onChoose={(category) => choose(row, category)}
            onPick={() => openSheet(sheetOf(row.id))}
            onGoOn={() => goOn(row)}
          />
        ))}
      </Box>
      <CategoryPicker
        title={`What was “${picking?.text || 'No description'}” for?`}
        isOpen={asked !== undefined}
        onClose={close}
        onPick={(category) => picking && choose(picking, category)}
        focusAfter={openButton}
      />
    </>
  );
}
