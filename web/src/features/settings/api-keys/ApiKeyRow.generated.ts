/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../../__generated__/schema.ts';

export type ApiKeyRow_ApiKeyFragment = { __typename: 'ApiKey', id: string, name: string, prefix: string, scopes: Array<string>, state: Types.ApiKeyState, expiresOn: string | null, lastUsedOn: string | null } & { ' $fragmentName'?: 'ApiKeyRow_ApiKeyFragment' };
