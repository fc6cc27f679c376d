/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type SaveCompanyMutationVariables = Exact<{
  input: Types.UpdateOrganizationInput;
}>;


export type SaveCompanyMutation = { updateOrganization:
    | { __typename: 'InvalidInput', code: string, message: string, field: string | null }
    | { __typename: 'OrganizationUpdated', organization: { __typename: 'Organization', id: string, name: string, country: string | null, timeZone: string } }
   };
