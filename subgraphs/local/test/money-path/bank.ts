import {
  type DisputeSnapshot,
  type IntentOutcome,
  type IntentSnapshot,
  type PaymentProvider,
  ProviderRefusedError,
  ProviderUnavailableError,
  type RefundSnapshot,
} from '@finflow/payments/providers/provider';
import { fraction } from '@finflow/shared/money';
import type { Fate } from './fate.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A payment as the provider sees it: the truth that the books are measured by. */
export type Held = {
  readonly id: string;
  readonly paymentId: string;
  readonly invoiceId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  outcome: IntentOutcome;
  feeMinor: bigint;
  readonly refunds: Mutable<RefundSnapshot>[];
  readonly disputes: Mutable<DisputeSnapshot>[];
  tries: number;
};

export type Notice = { readonly eventId: string; readonly type: string; readonly of: Held };

export type Bank = ReturnType<typeof createBank>;

/** 2.9 % and 30 minor units. */
const feeOf = (amountMinor: bigint) => fraction(amountMinor, 29n, 1000n) + 30n;
const disputeFeeMinor = 1500n;

/** What of a payment has neither gone back nor is about to. */
const leftOf = ({ amountMinor, refunds, disputes }: Held) => {
  const back = refunds.filter(({ status }) => status !== 'FAILED');
  const away = disputes.filter(({ phase }) => phase !== 'WON');
  return [...back, ...away].reduce((left, one) => left - one.amountMinor, amountMinor);
};

/** The provider, the banks behind it and the payers in front of it. It says what happened by notices, which may get lost. */
export function createBank(fate: Fate) {
  const held: Held[] = [];
  const notices: Notice[] = [];
  const state = { isMute: false };
  const tell = (of: Held, type: string) => {
    notices.push({ eventId: `evt_${notices.length + 1}`, type, of });
  };
  return {
    held,
    notices,
    state,
    provider: providerOf(held, { fate, tell, state }),
    ...payersOf(tell),
    ...moneyBackOf(tell),
  };
}

type Inside = {
  readonly fate: Fate;
  readonly tell: (of: Held, type: string) => void;
  readonly state: { isMute: boolean };
};

function providerOf(held: Held[], { fate, tell, state }: Inside): PaymentProvider {
  /** The process may die before and after the effect; a mute provider has the effect, and doesn't say so. */
  const answer = async <T>(effect: () => T): Promise<T> => {
    await fate.step();
    const result = effect();
    if (state.isMute) throw new ProviderUnavailableError('No answer came.');
    await fate.step();
    return result;
  };
  const find = (intentId: string): Held => {
    const intent = held.find(({ id }) => id === intentId);
    if (!intent) throw new Error(`No intent ${intentId}.`);
    return intent;
  };
  return {
    name: 'STRIPE',
    canMove: () => true,
    createIntent: ({ paymentId, invoiceId, amount }) =>
      answer(() => {
        const known = held.find((one) => one.paymentId === paymentId);
        if (known) return snapshotOf(known);
        const intent: Held = {
          id: `pi_${held.length + 1}`,
          paymentId,
          invoiceId,
          currency: amount.currency,
          amountMinor: amount.minor,
          outcome: { kind: 'awaiting_method' },
          feeMinor: 0n,
          refunds: [],
          disputes: [],
          tries: 0,
        };
        held.push(intent);
        return snapshotOf(intent);
      }),
    retrieveIntent: (id) => answer(() => snapshotOf(find(id))),
    cancelIntent: (id) =>
      answer(() => {
        const intent = find(id);
        if (isWaiting(intent)) intent.outcome = { kind: 'cancelled' };
        return snapshotOf(intent);
      }),
    refund: ({ refundId, intentId, amount }) =>
      answer(() => {
        const intent = find(intentId);
        const known = intent.refunds.find((one) => one.refundId === refundId);
        return { ...(known ?? giveBack(intent, { refundId, amountMinor: amount.minor, tell })) };
      }),
    listRefunds: (id) => answer(() => find(id).refunds.map((one) => ({ ...one }))),
    listDisputes: (id) => answer(() => find(id).disputes.map((one) => ({ ...one }))),
    readNotice: () => null,
  };
}

const isWaiting = ({ outcome }: Held) =>
  ['awaiting_method', 'failed', 'action_required'].includes(outcome.kind);

const snapshotOf = ({ id, outcome }: Held): IntentSnapshot => ({
  id,
  clientSecret: `${id}_secret`,
  outcome,
});

type Wanted = {
  readonly refundId: string | null;
  readonly amountMinor: bigint;
  readonly tell: Inside['tell'];
};

/** Every third refund takes days. The newest stands first, as in the provider's lists. */
function giveBack(intent: Held, { refundId, amountMinor, tell }: Wanted): RefundSnapshot {
  if (intent.outcome.kind !== 'succeeded')
    throw new ProviderRefusedError('no_charge', 'No charge.');
  if (intent.disputes.some(({ phase }) => phase !== 'WON')) {
    throw new ProviderRefusedError('charge_disputed', 'The charge is disputed.');
  }
  if (amountMinor > leftOf(intent)) throw new ProviderRefusedError('too_much', 'Not so much left.');
  const number = intent.refunds.length + 1;
  const refund: RefundSnapshot = {
    id: `re_${intent.id}_${number}`,
    refundId,
    amountMinor,
    status: number % 3 === 0 ? 'PENDING' : 'COMPLETED',
    reason: null,
  };
  intent.refunds.unshift({ ...refund });
  tell(intent, 'charge.refunded');
  return refund;
}

/** What payers and their banks do. An act that can't be is no act. */
function payersOf(tell: Inside['tell']) {
  const succeed = (intent: Held, kind: 'CARD' | 'BANK_DEBIT') => {
    intent.feeMinor = feeOf(intent.amountMinor);
    intent.outcome = {
      kind: 'succeeded',
      chargeId: `ch_${intent.id}`,
      feeMinor: intent.feeMinor,
      paidBy: { kind, brand: null, last4: null },
    };
    tell(intent, 'payment_intent.succeeded');
  };
  const fail = (intent: Held) => {
    intent.tries += 1;
    const reference = `${intent.id}:${intent.tries}`;
    intent.outcome = { kind: 'failed', reference, code: 'card_declined', message: 'Declined.' };
    tell(intent, 'payment_intent.payment_failed');
  };
  return {
    confirm: (intent: Held, how: 'succeed' | 'decline' | 'challenge' | 'debit') => {
      if (!isWaiting(intent)) return;
      if (how === 'succeed') return succeed(intent, 'CARD');
      if (how === 'decline') return fail(intent);
      intent.outcome =
        how === 'debit'
          ? { kind: 'processing', method: 'BANK_DEBIT' }
          : { kind: 'action_required' };
      tell(intent, `payment_intent.${how === 'debit' ? 'processing' : 'requires_action'}`);
    },
    endDebit: (intent: Held, isGood: boolean) => {
      if (intent.outcome.kind !== 'processing') return;
      if (isGood) return succeed(intent, 'BANK_DEBIT');
      fail(intent);
    },
  };
}

function moneyBackOf(tell: Inside['tell']) {
  return {
    /** Somebody refunds in the provider's dashboard. */
    refundElsewhere: (intent: Held, tenths: number) => {
      const left = leftOf(intent);
      const amountMinor = (left * BigInt(Math.min(tenths, 10))) / 10n;
      const isDisputed = intent.disputes.some(({ phase }) => phase !== 'WON');
      if (intent.outcome.kind !== 'succeeded' || isDisputed || amountMinor <= 0n) return;
      giveBack(intent, { refundId: null, amountMinor, tell });
    },
    endRefunds: (intent: Held, isGood: boolean) => {
      for (const refund of intent.refunds.filter(({ status }) => status === 'PENDING')) {
        refund.status = isGood ? 'COMPLETED' : 'FAILED';
        tell(intent, isGood ? 'refund.updated' : 'refund.failed');
      }
    },
    /** About all of the payment, whatever was refunded or is about to be. */
    dispute: (intent: Held) => {
      const { amountMinor } = intent;
      const isFirst = intent.disputes.length === 0;
      if (intent.outcome.kind !== 'succeeded' || !isFirst) return;
      const id = `dp_${intent.id}`;
      intent.disputes.unshift({ id, amountMinor, feeMinor: disputeFeeMinor, phase: 'OPENED' });
      tell(intent, 'charge.dispute.created');
    },
    decide: (intent: Held, isWon: boolean) => {
      for (const dispute of intent.disputes.filter(({ phase }) => phase === 'OPENED')) {
        dispute.phase = isWon ? 'WON' : 'LOST';
        tell(intent, 'charge.dispute.closed');
      }
    },
  };
}
