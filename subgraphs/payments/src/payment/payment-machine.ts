/** Where a payment stands. DISPUTED covers an open and a lost dispute: in both the money is with the payer's bank. */
export type PaymentStatus =
  | 'PENDING'
  | 'PROCESSING'
  | 'REQUIRES_ACTION'
  | 'COMPLETED'
  | 'FAILED'
  | 'CANCELLED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED'
  | 'DISPUTED';

export type PaymentState = {
  readonly status: PaymentStatus;
  readonly amountMinor: bigint;
  readonly refundedMinor: bigint;
  /** Names the attempt that failed last, so that hearing of it twice is noticed. */
  readonly failureReference: string | null;
};

/** What the provider says has become of the payment, or what was done to it afterwards. */
export type PaymentEvent =
  | { readonly kind: 'action_required' }
  | { readonly kind: 'processing' }
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly reference: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refunded'; readonly amountMinor: bigint }
  | { readonly kind: 'dispute_opened' }
  | { readonly kind: 'dispute_won' }
  | { readonly kind: 'dispute_lost' };

/** What the rest of the house must be told. */
export type PaymentEffect =
  | 'announce_update'
  | 'announce_completion'
  | 'announce_failure'
  | 'announce_refund'
  | 'announce_dispute';

export type Transition =
  | {
      readonly kind: 'moved';
      readonly state: PaymentState;
      readonly effects: readonly PaymentEffect[];
    }
  | { readonly kind: 'ignored'; readonly reason: IgnoredReason };

/** duplicate: known already. stale: overtaken by what came later. impossible: can't follow from here. */
export type IgnoredReason = 'duplicate' | 'stale' | 'impossible';

/**
 * The one rule book of a payment's life. Pure: who calls it writes the state and runs the effects in one transaction.
 * Progress is ranked, and never goes back: an attempt climbs PENDING, REQUIRES_ACTION, PROCESSING; a failed attempt may be
 * followed by another of the same payment; from COMPLETED on only refunds and disputes move it; CANCELLED is the end.
 */
export function transition(state: PaymentState, event: PaymentEvent): Transition {
  switch (event.kind) {
    case 'action_required':
      return advance(state, 'REQUIRES_ACTION', 'announce_update');
    case 'processing':
      return advance(state, 'PROCESSING', 'announce_update');
    case 'succeeded':
      return advance(state, 'COMPLETED', 'announce_completion');
    case 'failed':
      return fail(state, event.reference);
    case 'cancelled':
      return advance(state, 'CANCELLED', 'announce_update');
    case 'refunded':
      return refund(state, event.amountMinor);
    case 'dispute_opened':
      return openDispute(state);
    case 'dispute_won':
    case 'dispute_lost':
      return closeDispute(state, event.kind === 'dispute_won');
    default:
      return event satisfies never;
  }
}

/** True once the payer's money has come in, whatever became of it later. */
export const isCaptured = (status: PaymentStatus): boolean => rankOf[status] === captured;

/** True while the provider may still change the outcome: the attempt is alive, or can be repeated. */
export const isOpen = (status: PaymentStatus): boolean => rankOf[status] < captured;

const captured = 3;
const ended = 4;

/** A failed attempt ranks lowest with a new one: both wait for the payer's next try. */
const rankOf: Readonly<Record<PaymentStatus, number>> = {
  PENDING: 0,
  FAILED: 0,
  REQUIRES_ACTION: 1,
  PROCESSING: 2,
  COMPLETED: captured,
  PARTIALLY_REFUNDED: captured,
  REFUNDED: captured,
  DISPUTED: captured,
  CANCELLED: ended,
};

function advance(state: PaymentState, to: PaymentStatus, effect: PaymentEffect): Transition {
  if (state.status === to) return ignored('duplicate');
  const from = rankOf[state.status];
  if (from === ended) return ignored(to === 'COMPLETED' ? 'impossible' : 'stale');
  if (from === captured && to === 'COMPLETED') return ignored('duplicate');
  if (from === captured) return ignored(to === 'CANCELLED' ? 'impossible' : 'stale');
  if (rankOf[to] <= from) return ignored('stale');
  return moved({ ...state, status: to }, effect);
}

function fail(state: PaymentState, reference: string): Transition {
  if (state.failureReference === reference) return ignored('duplicate');
  if (!isOpen(state.status)) return ignored('stale');
  return moved({ ...state, status: 'FAILED', failureReference: reference }, 'announce_failure');
}

function refund(state: PaymentState, amountMinor: bigint): Transition {
  const refundedMinor = state.refundedMinor + amountMinor;
  if (!isCaptured(state.status) || amountMinor <= 0n) return ignored('impossible');
  if (refundedMinor > state.amountMinor) return ignored('impossible');
  const refunded = { ...state, refundedMinor };
  const status = state.status === 'DISPUTED' ? 'DISPUTED' : settledStatus(refunded);
  return moved({ ...refunded, status }, 'announce_refund');
}

function openDispute(state: PaymentState): Transition {
  if (!isCaptured(state.status)) return ignored('impossible');
  return moved({ ...state, status: 'DISPUTED' }, 'announce_dispute');
}

function closeDispute(state: PaymentState, isWon: boolean): Transition {
  if (state.status !== 'DISPUTED') return ignored('impossible');
  const status = isWon ? settledStatus(state) : 'DISPUTED';
  return moved({ ...state, status }, 'announce_dispute');
}

/** Where a captured payment stands when nobody disputes it. */
function settledStatus({ amountMinor, refundedMinor }: PaymentState): PaymentStatus {
  if (refundedMinor === 0n) return 'COMPLETED';
  return refundedMinor === amountMinor ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
}

const moved = (state: PaymentState, effect: PaymentEffect): Transition => ({
  kind: 'moved',
  state,
  effects: [effect],
});

const ignored = (reason: IgnoredReason): Transition => ({ kind: 'ignored', reason });
