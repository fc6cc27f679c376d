/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { refreshSession:
    | { __typename: 'Conflict' }
    | { __typename: 'InvalidInput' }
    | { __typename: 'NotSignedIn' }
    | { __typename: 'Session', accessToken: string, userId: string, organizationId: string | null }
    | { __typename: 'TooManyAttempts' }
   };
