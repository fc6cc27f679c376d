/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type PaymentRow_PaymentFragment = { __typename: 'Payment', id: string, status: Types.PaymentStatus, createdAt: string, amount: { __typename: 'Money', minor: string, decimal: string, currency: string }, net: { __typename: 'Money', minor: string, decimal: string, currency: string } | null, method: { __typename: 'PaymentMethod', kind: Types.PaymentMethodKind, brand: string | null, last4: string | null } | null, invoice: { __typename: 'Invoice', id: string, number: string | null, customer: { __typename: 'Customer', id: string, name: string } } } & { ' $fragmentName'?: 'PaymentRow_PaymentFragment' };
