import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import { ApiError, documentationOf } from '../api/api-error.ts';
import type { Outcome } from './outcome.ts';

/** What a test number stands for: the public part of a method, and how it will behave. */
export interface Recognised {
  readonly type: 'card' | 'us_bank_account' | 'sepa_debit';
  readonly details: Pick<Stripe.PaymentMethod, 'card' | 'us_bank_account' | 'sepa_debit'>;
  readonly outcome: Outcome;
}

/** Stable for one number, and nothing of the number can be read from it. */
export const fingerprintOf = (number: string): string =>
  createHash('sha256').update(`sandbox:${number}`).digest('base64url').slice(0, 16);

/** Details that no bank would take: the answer to a form, before anything is stored. */
export const detailsRefused = (code: string, param: string, message: string): ApiError =>
  new ApiError(402, {
    type: 'card_error',
    code,
    param,
    message,
    doc_url: documentationOf(code),
  });
