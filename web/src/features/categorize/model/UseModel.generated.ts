/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../../__generated__/schema.ts';

export type UseCategoryModelMutationVariables = Exact<{
  input: Types.RollbackCategoryModelInput;
}>;


export type UseCategoryModelMutation = { rollbackCategoryModel:
    | { __typename: 'CategoryModelChosen', models: Array<{ __typename: 'CategoryModel', version: number, isActive: boolean }> }
    | { __typename: 'NotFound', code: string, message: string, field: string | null }
   };
