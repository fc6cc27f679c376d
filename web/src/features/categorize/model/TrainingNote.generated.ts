/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../../__generated__/schema.ts';

export type TrainingNote_TrainingFragment = { __typename: 'CategoryTraining', state: Types.CategoryTrainingState, decisionsToGo: number, lastTrial: { __typename: 'CategoryTrial', at: string, exampleCount: number, accuracy: number, accuracyBefore: number, isBetter: boolean } | null } & { ' $fragmentName'?: 'TrainingNote_TrainingFragment' };
