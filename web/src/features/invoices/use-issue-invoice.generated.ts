/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { InvoiceRow_InvoiceFragment } from './InvoiceRow.generated.ts';
import type * as Types from '../../__generated__/schema.ts';

export type IssueInvoiceMutationVariables = Exact<{
  input: Types.IssueInvoiceInput;
}>;


export type IssueInvoiceMutation = { issueInvoice:
    | { __typename: 'Conflict', code: string, message: string, field: string | null }
    | { __typename: 'InvalidInput', code: string, message: string, field: string | null }
    | { __typename: 'InvoiceSaved', invoice: (
        { __typename: 'Invoice', id: string, number: string | null }
        & { ' $fragmentRefs'?: { 'InvoiceRow_InvoiceFragment': InvoiceRow_InvoiceFragment } }
      ) }
    | { __typename: 'NotFound', code: string, message: string, field: string | null }
   };
