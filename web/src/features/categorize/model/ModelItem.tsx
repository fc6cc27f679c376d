import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { HStack, List, Text } from '@chakra-ui/react';
import { Allowed } from '../../../apollo/Allowed.tsx';
import { countOf } from '../../../lib/count-of.ts';
import { formatInstant } from '../../../lib/format-date.ts';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import { formatShare } from '../format-share.ts';
import type { ModelItem_ModelFragment } from './ModelItem.generated.ts';
import { modelName } from './model-name.ts';
import { UseModel } from './UseModel.tsx';

export const MODEL_ITEM: TypedDocumentNode<ModelItem_ModelFragment> = gql`
  fragment ModelItem_model on CategoryModel {
    version
    isActive
    trainedAt
    exampleCount
    accuracy
    accuracyBefore
  }
`;

/** One model: what it learned from, how good it is, and how to use it. */
export function ModelItem({ model }: { model: FragmentType<ModelItem_ModelFragment> }) {
  const { data, complete } = useFragment({ fragment: MODEL_ITEM, from: model });
  if (!complete) return null;
  const { version, isActive } = data;
  return (
    <List.Item borderWidth="1px" rounded="lg" p="4">
      <HStack justify="space-between" wrap="wrap" gap="2">
        <Text fontWeight="medium">{modelName(version)}</Text>
        {isActive && <StatusBadge tone="good">In use</StatusBadge>}
        {!isActive && (
          <Allowed right="ledger:write">
            <UseModel version={version} />
          </Allowed>
        )}
      </HStack>
      <Text color="fg.muted" fontSize="sm" mt="1">
        <Origin {...data} />
      </Text>
    </List.Item>
  );
}

function Origin({ trainedAt, exampleCount, accuracy, accuracyBefore }: ModelItem_ModelFragment) {
  if (trainedAt === null || exampleCount === null) {
    return <>The same for every company. It learned from payments of public bodies.</>;
  }
  return (
    <>
      Trained {formatInstant(trainedAt)} on {countOf(exampleCount, 'decision')} of yours.
      {accuracy !== null && accuracyBefore !== null && (
        <>
          {' '}
          Of the latest tenth, which it had not seen, it suggested {formatShare(accuracy)} right;
          the general model {formatShare(accuracyBefore)}.
        </>
      )}
    </>
  );
}
