import { addDays } from '@finflow/shared/local-date';
import { Sheet } from '../../ui/Sheet.tsx';
import type { Change } from './scenario.ts';
import { ScenarioForm } from './ScenarioForm.tsx';

type Props = {
  readonly isOpen: boolean;
  readonly currency: string;
  readonly asOf: string;
  /** Takes the change into the page's address, and the sheet out of it. */
  readonly onAdd: (change: Change) => void;
  readonly onClose: () => void;
};

/** Adds one change to the scenario. */
export function ScenarioSheet({ isOpen, currency, asOf, onAdd, onClose }: Props) {
  return (
    <Sheet title="What if ...?" isOpen={isOpen} onClose={onClose}>
      <ScenarioForm
        currency={currency}
        tomorrow={addDays(asOf, 1)}
        onAdd={onAdd}
        onCancel={onClose}
      />
    </Sheet>
  );
}
