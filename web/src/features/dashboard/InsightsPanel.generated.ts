/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type InsightsQueryVariables = Exact<{ [key: string]: never; }>;


export type InsightsQuery = { insights: Array<{ __typename: 'Insight', id: string, kind: Types.InsightKind, text: string, evidence: { __typename: 'InsightEvidence', from: string, to: string, accountCode: string | null, customer: { __typename: 'Customer', id: string, name: string, email: string | null } | null } }>, accounts: Array<{ __typename: 'Account', id: string, code: string }> };
