/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type TrialBalanceQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type TrialBalanceQuery = { trialBalance: { __typename: 'TrialBalance', asOf: string, isBalanced: boolean, rows: Array<{ __typename: 'TrialBalanceRow', account: { __typename: 'Account', id: string, code: string, name: string }, debit: { __typename: 'Money', minor: string, decimal: string, currency: string }, credit: { __typename: 'Money', minor: string, decimal: string, currency: string } }>, totals: Array<{ __typename: 'TrialBalanceTotal', currency: string, debit: { __typename: 'Money', minor: string, decimal: string, currency: string }, credit: { __typename: 'Money', minor: string, decimal: string, currency: string }, difference: { __typename: 'Money', minor: string, decimal: string, currency: string } }> } };
