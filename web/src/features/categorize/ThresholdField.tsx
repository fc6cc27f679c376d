import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Box, Skeleton } from '@chakra-ui/react';
import { useState } from 'react';
import { answerOf } from '../../apollo/refusal.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import type {
  SetCategoryThresholdMutation,
  SetCategoryThresholdMutationVariables,
} from './ThresholdField.generated.ts';

export const SET_THRESHOLD: TypedDocumentNode<
  SetCategoryThresholdMutation,
  SetCategoryThresholdMutationVariables
> = gql`
  mutation SetCategoryThreshold($input: SetCategoryThresholdInput!) {
    setCategoryThreshold(input: $input) {
      ... on CategoryThresholdSet {
        settings {
          threshold
        }
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
`;

const offered = [0.7, 0.8, 0.9, 0.95, 1];

type Props = { readonly threshold: number; readonly onSet: () => Promise<unknown> };

/** From how sure on FinFlow doesn't ask. */
export function ThresholdField({ threshold, onSet }: Props) {
  const [setThreshold] = useMutation(SET_THRESHOLD);
  const [refusal, setRefusal] = useState<string>();
  const set = async (value: number) => {
    const sent = setThreshold({ variables: { input: { threshold: value } } });
    const answer = await answerOf(sent, (data) => data.setCategoryThreshold);
    setRefusal(answer.__typename === 'CategoryThresholdSet' ? undefined : answer.message);
    if (answer.__typename === 'CategoryThresholdSet') await onSet();
  };
  const values = offered.includes(threshold)
    ? offered
    : [...offered, threshold].toSorted((a, b) => a - b);
  return (
    <Box w="15rem" maxW="full">
      <SelectField
        label="Ask me when less sure than"
        value={String(threshold)}
        error={refusal}
        options={values.map((value) => ({ value: String(value), label: labelOf(value) }))}
        onChange={(event) => void set(Number(event.target.value))}
      />
    </Box>
  );
}

/** As large as the field: what stands below it doesn't move when it comes. */
export const ThresholdSkeleton = () => (
  <Skeleton data-testid="threshold" w="15rem" maxW="full" h="4.125rem" aria-hidden />
);

const labelOf = (threshold: number): string =>
  threshold === 1 ? 'Always ask' : `${Math.round(threshold * 100)} %`;
