/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { me: { __typename: 'Me', role: Types.Role | null, scopes: Array<string>, user: { __typename: 'User', id: string, name: string, email: string }, organization: { __typename: 'Organization', id: string, name: string, baseCurrency: string, country: string | null, timeZone: string, isDemo: boolean } | null } | null };
