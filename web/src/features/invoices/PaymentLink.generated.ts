/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type PaymentLink_InvoiceFragment = { __typename: 'Invoice', id: string, status: Types.InvoiceStatus, paymentLink: string | null } & { ' $fragmentName'?: 'PaymentLink_InvoiceFragment' };
