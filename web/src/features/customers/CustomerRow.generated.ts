/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CustomerRow_CustomerFragment = { __typename: 'Customer', id: string, name: string, email: string | null, invoiceCount: number, balance: { __typename: 'Money', minor: string, decimal: string, currency: string } } & { ' $fragmentName'?: 'CustomerRow_CustomerFragment' };
