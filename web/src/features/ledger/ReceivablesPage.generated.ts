/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ReceivablesQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type ReceivablesQuery = { receivables: { __typename: 'Receivables', asOf: string, openCount: number, overdueCount: number, open: { __typename: 'Money', minor: string, decimal: string, currency: string }, overdue: { __typename: 'Money', minor: string, decimal: string, currency: string }, aging: Array<{ __typename: 'AgingBucket', label: string, count: number, amount: { __typename: 'Money', minor: string, decimal: string, currency: string } }> } };
