import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { List, Stack } from '@chakra-ui/react';
import { Faces } from '../../../apollo/Faces.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { SheetLink } from '../../../ui/SheetLink.tsx';
import { TableSkeleton } from '../../../ui/Skeletons.tsx';
import { useSheet } from '../../../ui/use-sheet.ts';
import { MODEL_ITEM, ModelItem } from './ModelItem.tsx';
import type { CategoryModelsQuery, CategoryModelsQueryVariables } from './ModelSheet.generated.ts';
import { TRAINING_NOTE, TrainingNote } from './TrainingNote.tsx';

export const CATEGORY_MODELS: TypedDocumentNode<CategoryModelsQuery, CategoryModelsQueryVariables> =
  gql`
    query CategoryModels {
      categoryModels {
        version
        ...ModelItem_model
      }
      categoryTraining {
        state
        ...TrainingNote_training
      }
    }
    ${MODEL_ITEM}
    ${TRAINING_NOTE}
  `;

const models = 'models';

export const ModelsLink = () => (
  <SheetLink sheet={models} variant="outline">
    Models
  </SheetLink>
);

/** Which models there are to suggest categories, how good each is, and which is in use. */
export function ModelSheet() {
  const { sheet, close } = useSheet();
  return (
    <Sheet title="What suggests categories" isOpen={sheet === models} onClose={close}>
      <Models />
    </Sheet>
  );
}

const pollMs = 2_000;

/** Read anew each time the sheet is opened, and while a training is under way. */
function Models() {
  const client = useApolloClient();
  const isUnderWay = () =>
    client.readQuery({ query: CATEGORY_MODELS })?.categoryTraining.state === 'UNDER_WAY';
  const query = useQuery(CATEGORY_MODELS, {
    pollInterval: pollMs,
    skipPollAttempt: () => document.hidden || !isUnderWay(),
  });
  return (
    <Faces query={query} skeleton={<TableSkeleton what="the models" />}>
      {({ categoryModels, categoryTraining }) => (
        <Stack gap="5">
          <TrainingNote training={categoryTraining} />
          <List.Root aria-label="Models" listStyleType="none" gap="3">
            {categoryModels.map((model) => (
              <ModelItem key={model.version} model={model} />
            ))}
          </List.Root>
        </Stack>
      )}
    </Faces>
  );
}
