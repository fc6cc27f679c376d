import { HStack, Stack, Text } from '@chakra-ui/react';
import type { AnomalyVerdict } from '../../__generated__/schema.ts';
import { useViewer } from '../../apollo/use-viewer.ts';
import { BusyButton } from '../../ui/BusyButton.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import type { AnomalyDetail } from './anomaly-page.queries.ts';
import { useReview } from './use-review.ts';

const verdicts: readonly { readonly verdict: AnomalyVerdict; readonly label: string }[] = [
  { verdict: 'EXPECTED', label: 'It was expected' },
  { verdict: 'CONFIRMED', label: 'It is a problem' },
];

type Props = { readonly anomaly: Pick<AnomalyDetail, 'id' | 'status'> };

/** What somebody who keeps the books says of it; nothing for the others. */
export function VerdictButtons({ anomaly }: Props) {
  const { can } = useViewer();
  return can('ledger:write') ? <Verdict anomaly={anomaly} /> : null;
}

/** It can be said anew, and taken back by pressing it again: the newest word counts. */
function Verdict({ anomaly: { id, status } }: Props) {
  const { say, undo, busyWith, problem } = useReview({ id, status });
  useShortcut('z', undo);
  return (
    <Panel title="What do you say?">
      <Stack gap="3">
        <Text color="fg.muted" fontSize="sm">
          Your answer makes the next ones of this kind better. It can be changed, or taken back by
          pressing it again.
        </Text>
        <HStack wrap="wrap">
          {verdicts.map(({ verdict, label }) => (
            <BusyButton
              key={verdict}
              variant={status === verdict ? 'solid' : 'outline'}
              aria-pressed={status === verdict}
              isBusy={busyWith === verdict || (busyWith === 'OPEN' && status === verdict)}
              onClick={() => say(status === verdict ? 'OPEN' : verdict)}
            >
              {label}
            </BusyButton>
          ))}
        </HStack>
        <FormError message={problem} />
      </Stack>
    </Panel>
  );
}
