import { Button, chakra } from '@chakra-ui/react';
import { useRef } from 'react';
import { formatMoney, fromMinor } from '../../lib/format-money.ts';
import { Panel } from '../../ui/Panel.tsx';
import type { Outlook } from './cash-flow.queries.ts';
import { nameOf } from './outlook-words.ts';
import type { Target } from './outlook-url.ts';
import type { Change } from './scenario.ts';
import { ScenarioChange } from './ScenarioChange.tsx';

type Props = {
  readonly changes: readonly Change[];
  /** The forecast in the scenario; null while it is on its way. */
  readonly outlook: Outlook | null;
  /** Whose figures are shown. */
  readonly target: Target;
  readonly currency: string;
  readonly onChange: (changes: readonly Change[]) => void;
};

/** What the scenario says, what each change does to the figure that is shown, and ways to take changes back. */
export function ScenarioPanel({ changes, outlook, target, currency, onChange }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const without = (place: number) => changes.filter((_, index) => index !== place);
  const takeBack = (place: number) => {
    onChange(without(place));
    // The one after it takes its place under the focus; where there is none, the one before it is next.
    if (place === changes.length - 1) list.current?.querySelectorAll('button')[place - 1]?.focus();
  };
  return (
    <Panel
      title="Scenario"
      aside={
        <Button size="xs" variant="outline" onClick={() => onChange([])}>
          Clear all
        </Button>
      }
    >
      <chakra.ul ref={list} display="grid" gap="2" listStyleType="none" aria-live="polite">
        {changes.map((change, place) => {
          const effect = outlook?.effects[place];
          return (
            <ScenarioChange
              // The same change can stand here twice: its place is what tells them apart.
              // oxlint-disable-next-line react/no-array-index-key
              key={place}
              change={change}
              currency={currency}
              effect={effect ? effectInWords(BigInt(effect.minor), { target, currency }) : null}
              onTakeBack={() => takeBack(place)}
            />
          );
        })}
      </chakra.ul>
    </Panel>
  );
}

type Shown = { readonly target: Target; readonly currency: string };

function effectInWords(minor: bigint, { target, currency }: Shown): string {
  if (minor === 0n) return `no change of ${nameOf(target).toLowerCase()} by the end`;
  const size = formatMoney(fromMinor(minor < 0n ? -minor : minor, currency));
  return `${size} ${minor < 0n ? 'less' : 'more'} by the end`;
}
