/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { InvoiceRow_InvoiceFragment } from './InvoiceRow.generated.ts';
import type { InvoiceSums_InvoiceFragment } from './InvoiceSums.generated.ts';
import type { InvoiceTimeline_InvoiceFragment } from './InvoiceTimeline.generated.ts';
import type { InvoicePayments_InvoiceFragment } from './InvoicePayments.generated.ts';
import type * as Types from '../../__generated__/schema.ts';

export type RecordPaymentMutationVariables = Exact<{
  input: Types.RecordPaymentInput;
}>;


export type RecordPaymentMutation = { recordPayment:
    | { __typename: 'Conflict', code: string, message: string, field: string | null }
    | { __typename: 'InvalidInput', code: string, message: string, field: string | null }
    | { __typename: 'InvoiceSaved', invoice: (
        { __typename: 'Invoice', id: string }
        & { ' $fragmentRefs'?: { 'InvoiceRow_InvoiceFragment': InvoiceRow_InvoiceFragment;'InvoiceSums_InvoiceFragment': InvoiceSums_InvoiceFragment;'InvoiceTimeline_InvoiceFragment': InvoiceTimeline_InvoiceFragment;'InvoicePayments_InvoiceFragment': InvoicePayments_InvoiceFragment } }
      ) }
    | { __typename: 'NotFound', code: string, message: string, field: string | null }
   };
