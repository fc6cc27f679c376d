/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ShellQueryVariables = Exact<{ [key: string]: never; }>;


export type ShellQuery = { me: { __typename: 'Me', user: { __typename: 'User', id: string, name: string }, organization: { __typename: 'Organization', id: string, name: string } | null } | null };
