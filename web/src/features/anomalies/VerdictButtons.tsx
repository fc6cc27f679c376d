import { useMutation } from '@apollo/client/react';
import { HStack, Stack, Text } from '@chakra-ui/react';
import { useState } from 'react';
import type { AnomalyVerdict } from '../../__generated__/schema.ts';
import { answerOf } from '../../apollo/refusal.ts';
import { useViewer } from '../../apollo/use-viewer.ts';
import { BusyButton } from '../../ui/BusyButton.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { toaster } from '../../ui/toaster.ts';
import { useBusy } from '../../ui/use-busy.ts';
import { type AnomalyDetail, REVIEW_ANOMALY } from './anomaly-page.queries.ts';

const verdicts: readonly { readonly verdict: AnomalyVerdict; readonly label: string }[] = [
  { verdict: 'EXPECTED', label: 'It was expected' },
  { verdict: 'CONFIRMED', label: 'It is a problem' },
];

const thanks: Readonly<Record<AnomalyVerdict, string>> = {
  EXPECTED: 'Noted. The like of it will be told of less.',
  CONFIRMED: 'Noted. The like of it will be told of sooner.',
};

type Props = { readonly anomaly: Pick<AnomalyDetail, 'id' | 'status'> };

/** What somebody who keeps the books says of it. It can be said anew: the newest word counts. */
export function VerdictButtons({ anomaly }: Props) {
  const [review] = useMutation(REVIEW_ANOMALY, { refetchQueries: ['Anomalies', 'OpenAnomalies'] });
  const [problem, setProblem] = useState<string>();
  const { can } = useViewer();
  const { busy, start } = useBusy(async (verdict: AnomalyVerdict) => {
    setProblem(undefined);
    const input = { anomalyId: anomaly.id, verdict };
    const answer = await answerOf(review({ variables: { input } }), (data) => data.reviewAnomaly);
    if (answer.__typename === 'AnomalyReviewed') toaster.success({ title: thanks[verdict] });
    else setProblem(answer.message);
  });
  if (!can('ledger:write')) return null;
  return (
    <Panel title="What do you say?">
      <Stack gap="3">
        <Text color="fg.muted" fontSize="sm">
          Your answer makes the next ones of this kind better. It can be changed.
        </Text>
        <HStack wrap="wrap">
          {verdicts.map(({ verdict, label }) => (
            <BusyButton
              key={verdict}
              variant={anomaly.status === verdict ? 'solid' : 'outline'}
              aria-pressed={anomaly.status === verdict}
              isBusy={busy?.[0] === verdict}
              onClick={() => start(verdict)}
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
