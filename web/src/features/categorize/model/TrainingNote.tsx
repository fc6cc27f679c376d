import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Stack, Text } from '@chakra-ui/react';
import { countOf } from '../../../lib/count-of.ts';
import { formatInstant } from '../../../lib/format-date.ts';
import { unreachable } from '../../../lib/unreachable.ts';
import { formatShare } from '../format-share.ts';
import type { TrainingNote_TrainingFragment } from './TrainingNote.generated.ts';

export const TRAINING_NOTE: TypedDocumentNode<TrainingNote_TrainingFragment> = gql`
  fragment TrainingNote_training on CategoryTraining {
    state
    decisionsToGo
    lastTrial {
      at
      exampleCount
      accuracy
      accuracyBefore
      isBetter
    }
  }
`;

type Props = { readonly training: FragmentType<TrainingNote_TrainingFragment> };

/** When the next model is trained, and what became of the last where that is not in the list of models. */
export function TrainingNote({ training }: Props) {
  const { data, complete } = useFragment({ fragment: TRAINING_NOTE, from: training });
  if (!complete) return null;
  const { lastTrial } = data;
  return (
    <Stack gap="2">
      <Text as="output">{sentenceOf(data)}</Text>
      {lastTrial && !lastTrial.isBetter && (
        <Text color="fg.muted" fontSize="sm">
          The last one, {formatInstant(lastTrial.at)} on{' '}
          {countOf(lastTrial.exampleCount, 'decision')}, was no better than the general model (
          {formatShare(lastTrial.accuracy)} right and {formatShare(lastTrial.accuracyBefore)}). It
          is not used.
        </Text>
      )}
    </Stack>
  );
}

function sentenceOf({ state, decisionsToGo, lastTrial }: TrainingNote_TrainingFragment): string {
  switch (state) {
    case 'COLLECTING': {
      const next = lastTrial ? 'trains a new model' : 'also trains a model of your own';
      return `What you say is remembered at once. After ${countOf(decisionsToGo, 'more decision')} FinFlow ${next}, and uses it if it is better.`;
    }
    case 'UNDER_WAY':
      return 'A model of your own is being trained. It is used if it is better.';
    case 'FAILED':
      return 'The last training failed. FinFlow tries again by itself; suggestions go on as before.';
    default:
      return unreachable(state);
  }
}
