/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type BeginSession_Result_Conflict_Fragment = { __typename: 'Conflict', code: string, message: string, field: string | null } & { ' $fragmentName'?: 'BeginSession_Result_Conflict_Fragment' };

export type BeginSession_Result_InvalidInput_Fragment = { __typename: 'InvalidInput', code: string, message: string, field: string | null } & { ' $fragmentName'?: 'BeginSession_Result_InvalidInput_Fragment' };

export type BeginSession_Result_NotSignedIn_Fragment = { __typename: 'NotSignedIn', code: string, message: string, field: string | null } & { ' $fragmentName'?: 'BeginSession_Result_NotSignedIn_Fragment' };

export type BeginSession_Result_Session_Fragment = { __typename: 'Session', accessToken: string, userId: string, organizationId: string | null } & { ' $fragmentName'?: 'BeginSession_Result_Session_Fragment' };

export type BeginSession_Result_TooManyAttempts_Fragment = { __typename: 'TooManyAttempts', code: string, message: string, field: string | null } & { ' $fragmentName'?: 'BeginSession_Result_TooManyAttempts_Fragment' };

export type BeginSession_ResultFragment =
  | BeginSession_Result_Conflict_Fragment
  | BeginSession_Result_InvalidInput_Fragment
  | BeginSession_Result_NotSignedIn_Fragment
  | BeginSession_Result_Session_Fragment
  | BeginSession_Result_TooManyAttempts_Fragment
;
