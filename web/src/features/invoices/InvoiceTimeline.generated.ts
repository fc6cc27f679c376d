/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type InvoiceTimeline_InvoiceFragment = { __typename: 'Invoice', id: string, timeline: Array<{ __typename: 'InvoiceActivity', id: string, kind: Types.InvoiceActivityKind, at: string, amount: { __typename: 'Money', minor: string, decimal: string, currency: string } | null }> } & { ' $fragmentName'?: 'InvoiceTimeline_InvoiceFragment' };
