import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isCaptured,
  isOpen,
  transition,
  type PaymentEvent,
  type PaymentState,
} from '../src/payment/payment-machine.ts';

const born: PaymentState = {
  status: 'PENDING',
  amountMinor: 1000n,
  refundedMinor: 0n,
  failureReference: null,
};

const step = (state: PaymentState, event: PaymentEvent): PaymentState => {
  const result = transition(state, event);
  return result.kind === 'moved' ? result.state : state;
};
const after = (...events: PaymentEvent[]): PaymentState => events.reduce(step, born);

const anyEvent: fc.Arbitrary<PaymentEvent> = fc.oneof(
  fc.constantFrom<PaymentEvent>(
    { kind: 'action_required' },
    { kind: 'processing' },
    { kind: 'succeeded' },
    { kind: 'cancelled' },
    { kind: 'dispute_opened' },
    { kind: 'dispute_won' },
    { kind: 'dispute_lost' },
  ),
  fc.constantFrom('ch_1', 'ch_2').map((reference) => ({ kind: 'failed' as const, reference })),
  fc.bigInt(-10n, 1200n).map((amountMinor) => ({ kind: 'refunded' as const, amountMinor })),
);
const anyEvents = fc.array(anyEvent, { maxLength: 30, size: 'max' });

/** What must never happen in one step. */
const goneBack = (before: PaymentState, next: PaymentState): string[] =>
  Object.entries({
    'captured money is not forgotten': isCaptured(before.status) && !isCaptured(next.status),
    'cancelled is the end': before.status === 'CANCELLED' && next !== before,
    'processing is past the challenge':
      before.status === 'PROCESSING' && next.status === 'REQUIRES_ACTION',
    'refunds only grow': next.refundedMinor < before.refundedMinor,
    'refunds stay within the amount': next.refundedMinor > next.amountMinor,
  }).flatMap(([rule, isBroken]) => (isBroken ? [rule] : []));

describe('the payment machine', () => {
  it('goes from a decline to another card of the same payment', () => {
    const declined: PaymentEvent = { kind: 'failed', reference: 'ch_1' };
    expect(after(declined)).toMatchObject({ status: 'FAILED' });
    expect(after(declined, { kind: 'processing' }, { kind: 'succeeded' }).status).toBe('COMPLETED');
    expect(transition(after(declined), declined)).toEqual({ kind: 'ignored', reason: 'duplicate' });
    const again: PaymentEvent = { kind: 'failed', reference: 'ch_2' };
    expect(transition(after(declined), again)).toMatchObject({ effects: ['announce_failure'] });
  });

  it('says why it ignores what comes too late, twice, or from nowhere', () => {
    const paid = after({ kind: 'succeeded' });
    const reason = (event: PaymentEvent, state = paid) => transition(state, event);
    expect(reason({ kind: 'processing' })).toEqual({ kind: 'ignored', reason: 'stale' });
    expect(reason({ kind: 'succeeded' })).toEqual({ kind: 'ignored', reason: 'duplicate' });
    expect(reason({ kind: 'cancelled' })).toEqual({ kind: 'ignored', reason: 'impossible' });
    expect(reason({ kind: 'succeeded' }, after({ kind: 'cancelled' }))).toEqual({
      kind: 'ignored',
      reason: 'impossible',
    });
    expect(reason({ kind: 'dispute_opened' }, born)).toEqual({
      kind: 'ignored',
      reason: 'impossible',
    });
  });

  it('comes back from a dispute that was won to where refunds left it', () => {
    const half: PaymentEvent = { kind: 'refunded', amountMinor: 400n };
    const disputed = after({ kind: 'succeeded' }, half, { kind: 'dispute_opened' });
    expect(disputed.status).toBe('DISPUTED');
    expect(step(disputed, { kind: 'dispute_won' }).status).toBe('PARTIALLY_REFUNDED');
    expect(step(disputed, { kind: 'dispute_lost' }).status).toBe('DISPUTED');
  });

  it('stays disputed when money goes back meanwhile, in part or whole', () => {
    const disputed = after({ kind: 'succeeded' }, { kind: 'dispute_opened' });
    for (const amountMinor of [400n, 1000n]) {
      expect(step(disputed, { kind: 'refunded', amountMinor })).toMatchObject({
        status: 'DISPUTED',
        refundedMinor: amountMinor,
      });
    }
  });

  it('is refunded in part while a cent of it is left', () => {
    const refund: PaymentEvent = { kind: 'refunded', amountMinor: 999n };
    const nearly = after({ kind: 'succeeded' }, refund);
    expect(nearly.status).toBe('PARTIALLY_REFUNDED');
    expect(step(nearly, { kind: 'refunded', amountMinor: 1n }).status).toBe('REFUNDED');
  });

  it('never goes back, whatever comes in whatever order', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let state = born;
        for (const event of events) {
          const next = step(state, event);
          expect(goneBack(state, next)).toEqual([]);
          state = next;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('announces a completion exactly once when the money came in', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let state = born;
        let completions = 0;
        for (const event of events) {
          const result = transition(state, event);
          const effects = result.kind === 'moved' ? result.effects : [];
          completions += effects.filter((effect) => effect === 'announce_completion').length;
          state = step(state, event);
        }
        expect(completions).toBe(isCaptured(state.status) ? 1 : 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('says REFUNDED exactly when all was given back', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 600n), { maxLength: 6 }), (amounts) => {
        const refunds = amounts.map((amountMinor) => ({ kind: 'refunded' as const, amountMinor }));
        const state = after({ kind: 'succeeded' }, ...refunds);
        expect(state.status === 'REFUNDED').toBe(state.refundedMinor === state.amountMinor);
        expect(isOpen(state.status)).toBe(false);
      }),
    );
  });
});
