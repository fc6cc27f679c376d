/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { InvoiceRow_InvoiceFragment } from './InvoiceRow.generated.ts';
import type * as Types from '../../__generated__/schema.ts';

export type InvoicesQueryVariables = Exact<{
  filter?: Types.InvoiceFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type InvoicesQuery = { invoices: { __typename: 'InvoiceConnection', totalCount: number, totalAmount: { __typename: 'Money', minor: string, decimal: string, currency: string }, totalDue: { __typename: 'Money', minor: string, decimal: string, currency: string }, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, edges: Array<{ __typename: 'InvoiceEdge', cursor: string, node: (
        { __typename: 'Invoice', id: string }
        & { ' $fragmentRefs'?: { 'InvoiceRow_InvoiceFragment': InvoiceRow_InvoiceFragment } }
      ) }> } };

export type InvoicesChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type InvoicesChangedSubscription = { invoiceChanged: (
    { __typename: 'Invoice', id: string }
    & { ' $fragmentRefs'?: { 'InvoiceRow_InvoiceFragment': InvoiceRow_InvoiceFragment } }
  ) };
