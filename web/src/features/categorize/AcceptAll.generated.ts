/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type AcceptCategoriesMutationVariables = Exact<{
  input: Types.AcceptCategoriesInput;
}>;


export type AcceptCategoriesMutation = { acceptCategories:
    | { __typename: 'CategoriesAccepted', transactions: Array<{ __typename: 'Transaction', id: string, needsReview: boolean }> }
    | { __typename: 'Conflict', code: string, message: string, field: string | null }
    | { __typename: 'InvalidInput', code: string, message: string, field: string | null }
    | { __typename: 'NotFound', code: string, message: string, field: string | null }
   };
