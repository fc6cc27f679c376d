/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { PaymentPage_PaymentFragment } from './payment-page.queries.generated.ts';
import type * as Types from '../../__generated__/schema.ts';

export type RefundPaymentMutationVariables = Exact<{
  input: Types.RefundPaymentInput;
}>;


export type RefundPaymentMutation = { refundPayment:
    | { __typename: 'Conflict', code: string, message: string, field: string | null }
    | { __typename: 'InvalidInput', code: string, message: string, field: string | null }
    | { __typename: 'NotFound', code: string, message: string, field: string | null }
    | { __typename: 'PaymentRefunded', payment: (
        { __typename: 'Payment', id: string }
        & { ' $fragmentRefs'?: { 'PaymentPage_PaymentFragment': PaymentPage_PaymentFragment } }
      ) }
    | { __typename: 'ProviderUnavailable', code: string, message: string, field: string | null }
   };
