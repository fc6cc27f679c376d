/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { PaymentRow_PaymentFragment } from './PaymentRow.generated.ts';
import type * as Types from '../../__generated__/schema.ts';

export type PaymentsQueryVariables = Exact<{
  filter?: Types.PaymentFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type PaymentsQuery = { payments: { __typename: 'PaymentConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, edges: Array<{ __typename: 'PaymentEdge', cursor: string, node: (
        { __typename: 'Payment', id: string }
        & { ' $fragmentRefs'?: { 'PaymentRow_PaymentFragment': PaymentRow_PaymentFragment } }
      ) }> } };

export type PaymentsChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type PaymentsChangedSubscription = { paymentChanged: (
    { __typename: 'Payment', id: string }
    & { ' $fragmentRefs'?: { 'PaymentRow_PaymentFragment': PaymentRow_PaymentFragment } }
  ) };
