import type Stripe from 'stripe';

export interface ApiErrorBody {
  readonly type: 'invalid_request_error' | 'idempotency_error' | 'card_error' | 'api_error';
  readonly message: string;
  readonly code?: string;
  readonly decline_code?: string;
  readonly param?: string;
  readonly charge?: string;
  readonly doc_url?: string;
  readonly payment_intent?: Stripe.PaymentIntent;
  readonly payment_method?: Stripe.PaymentMethod;
}

/** A request that changes nothing: thrown, it undoes the transaction and becomes the answer. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ApiErrorBody;

  constructor(status: number, body: ApiErrorBody) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

type Extra = { readonly code?: string; readonly param?: string };

export const invalidRequest = (message: string, extra: Extra = {}): ApiError =>
  new ApiError(400, { type: 'invalid_request_error', message, ...documented(extra) });

export const noSuch = (what: string, id: string, param = what): ApiError =>
  new ApiError(404, {
    type: 'invalid_request_error',
    message: `No such ${what}: '${id}'`,
    ...documented({ code: 'resource_missing', param }),
  });

export const unexpectedState = (message: string): ApiError =>
  invalidRequest(message, { code: 'payment_intent_unexpected_state' });

function documented(extra: Extra): Extra & { doc_url?: string } {
  if (extra.code === undefined) return extra;
  return { ...extra, doc_url: documentationOf(extra.code) };
}

export const documentationOf = (code: string): string =>
  `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
