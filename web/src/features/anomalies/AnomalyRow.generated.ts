/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type AnomalyRow_AnomalyFragment = { __typename: 'Anomaly', id: string, kind: Types.AnomalyKind, status: Types.AnomalyStatus, reason: string, date: string, amount: { __typename: 'Money', minor: string, decimal: string, currency: string } } & { ' $fragmentName'?: 'AnomalyRow_AnomalyFragment' };
