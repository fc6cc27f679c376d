/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../__generated__/schema.ts';

export type StartPaymentMutationVariables = Exact<{
  input: Types.StartPaymentInput;
}>;


export type StartPaymentMutation = { startPayment:
    | { __typename: 'Conflict', code: string, message: string, field: string | null }
    | { __typename: 'NotFound', code: string, message: string, field: string | null }
    | { __typename: 'PaymentStarted', payment: { __typename: 'Payment', id: string, status: Types.PaymentStatus }, surface: { __typename: 'PaymentSurface', kind: Types.PaymentSurfaceKind, publishableKey: string, clientSecret: string, elementsUrl: string | null } }
    | { __typename: 'ProviderUnavailable', code: string, message: string, field: string | null }
   };
