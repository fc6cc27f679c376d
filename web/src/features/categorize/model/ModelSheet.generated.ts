/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { ModelItem_ModelFragment } from './ModelItem.generated.ts';
import type { TrainingNote_TrainingFragment } from './TrainingNote.generated.ts';
import type * as Types from '../../../__generated__/schema.ts';

export type CategoryModelsQueryVariables = Exact<{ [key: string]: never; }>;


export type CategoryModelsQuery = { categoryModels: Array<(
    { __typename: 'CategoryModel', version: number }
    & { ' $fragmentRefs'?: { 'ModelItem_ModelFragment': ModelItem_ModelFragment } }
  )>, categoryTraining: (
    { __typename: 'CategoryTraining', state: Types.CategoryTrainingState }
    & { ' $fragmentRefs'?: { 'TrainingNote_TrainingFragment': TrainingNote_TrainingFragment } }
  ) };
