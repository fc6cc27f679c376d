/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { InvoiceRow_InvoiceFragment } from './InvoiceRow.generated.ts';
import type { InvoicePaper_InvoiceFragment } from '../../apollo/invoice-paper.generated.ts';
import type * as Types from '../../__generated__/schema.ts';

export type SaveDraftMutationVariables = Exact<{
  input: Types.InvoiceDraftInput;
}>;


export type SaveDraftMutation = { saveInvoiceDraft:
    | { __typename: 'Conflict', code: string, message: string, field: string | null }
    | { __typename: 'InvalidInput', code: string, message: string, field: string | null }
    | { __typename: 'InvoiceSaved', invoice: (
        { __typename: 'Invoice', id: string, currency: string }
        & { ' $fragmentRefs'?: { 'InvoiceRow_InvoiceFragment': InvoiceRow_InvoiceFragment;'InvoicePaper_InvoiceFragment': InvoicePaper_InvoiceFragment } }
      ) }
    | { __typename: 'NotFound', code: string, message: string, field: string | null }
   };
