import type { DeclineName } from './declines.ts';

/** What happens when a payment method is charged, decided by its test number. */
export type Outcome =
  | { readonly kind: 'succeed'; readonly after?: Aftermath }
  | { readonly kind: 'decline'; readonly decline: DeclineName }
  | { readonly kind: 'authenticate'; readonly result: Outcome }
  | { readonly kind: 'process'; readonly result: Outcome }
  | { readonly kind: 'stay_processing' };

/** What follows a success: a dispute, or a refund that behaves unusually. */
export type Aftermath =
  | 'dispute_fraudulent'
  | 'dispute_not_received'
  | 'dispute_inquiry'
  | 'refund_pending'
  | 'refund_fails';

export const succeed: Outcome = { kind: 'succeed' };

export const decline = (name: DeclineName): Outcome => ({ kind: 'decline', decline: name });

export const authenticate = (result: Outcome): Outcome => ({ kind: 'authenticate', result });

export const process = (result: Outcome): Outcome => ({ kind: 'process', result });

export const succeedThen = (after: Aftermath): Outcome => ({ kind: 'succeed', after });
