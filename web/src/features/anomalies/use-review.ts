import { useMutation } from '@apollo/client/react';
import { useRef, useState } from 'react';
import type { AnomalyVerdict } from '../../__generated__/schema.ts';
import { answerOf } from '../../apollo/refusal.ts';
import { toaster } from '../../ui/toaster.ts';
import { useBusy } from '../../ui/use-busy.ts';
import { type AnomalyDetail, REVIEW_ANOMALY } from './anomaly-page.queries.ts';

const thanks: Readonly<Record<AnomalyVerdict, string>> = {
  EXPECTED: 'Noted. The like of it will be told of less.',
  CONFIRMED: 'Noted. The like of it will be told of sooner.',
  OPEN: 'Taken back. It waits for a look again.',
};

type Answer = { readonly verdict: AnomalyVerdict; readonly isUndo: boolean };

/** Says what an anomaly is, and takes the last word of this visit back to what stood before. */
export function useReview({ id, status }: Pick<AnomalyDetail, 'id' | 'status'>) {
  const [review] = useMutation(REVIEW_ANOMALY, { refetchQueries: ['Anomalies', 'OpenAnomalies'] });
  const [problem, setProblem] = useState<string>();
  const [before, setBefore] = useState<AnomalyVerdict | null>(null);
  const note = useRef<string | null>(null);
  const tell = async ({ verdict, isUndo }: Answer): Promise<void> => {
    setProblem(undefined);
    const variables = { input: { anomalyId: id, verdict } };
    const answer = await answerOf(review({ variables }), (data) => data.reviewAnomaly);
    if (answer.__typename !== 'AnomalyReviewed') return setProblem(answer.message);
    setBefore(isUndo ? null : status);
    // A note of before would undo what is no longer the last word.
    if (note.current !== null) toaster.dismiss(note.current);
    const undo = { label: 'Undo', onClick: () => void tell({ verdict: status, isUndo: true }) };
    const action = isUndo ? {} : { action: undo };
    note.current = toaster.success({ title: thanks[verdict], ...action }) ?? null;
  };
  const { busy, start } = useBusy(tell);
  return {
    problem,
    busyWith: busy?.[0].verdict ?? null,
    say: (verdict: AnomalyVerdict) => start({ verdict, isUndo: false }),
    undo: () => before && start({ verdict: before, isUndo: true }),
  };
}
