/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { BeginSession_Result_Conflict_Fragment, BeginSession_Result_InvalidInput_Fragment, BeginSession_Result_NotSignedIn_Fragment, BeginSession_Result_Session_Fragment, BeginSession_Result_TooManyAttempts_Fragment } from './begin-session.generated.ts';
import type * as Types from '../../__generated__/schema.ts';

export type CreateOrganizationMutationVariables = Exact<{
  input: Types.CreateOrganizationInput;
}>;


export type CreateOrganizationMutation = { createOrganization:
    | { __typename: 'Conflict', code: string, message: string, field: string | null }
    | { __typename: 'InvalidInput', code: string, message: string, field: string | null }
    | { __typename: 'NotSignedIn', code: string, message: string, field: string | null }
    | { __typename: 'Session', accessToken: string, userId: string, organizationId: string | null }
    | { __typename: 'TooManyAttempts', code: string, message: string, field: string | null }
   };
