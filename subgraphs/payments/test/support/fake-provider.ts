import { createHmac } from 'node:crypto';
import {
  ProviderUnavailableError,
  type DisputeSnapshot,
  type IntentOutcome,
  type IntentSnapshot,
  type MethodKind,
  type PaymentProvider,
  type ProviderNotice,
  type RefundSnapshot,
} from '../../src/providers/provider.ts';

type Known = { intentId: string; paymentId: string; amountMinor: bigint; outcome: IntentOutcome };

/** A provider in memory: it keeps intents by our payment's id, as Stripe does by the idempotency key. */
export type FakeProvider = PaymentProvider & ReturnType<typeof controls>;

type World = {
  readonly intents: Map<string, Known>;
  readonly refunds: Map<string, RefundSnapshot[]>;
  readonly disputes: Map<string, DisputeSnapshot[]>;
  readonly calls: string[];
  isDown: boolean;
  refundStatus: RefundSnapshot['status'];
  notices: number;
};

const secret = 'fake-webhook-secret';

const sign = (body: Buffer | string): string =>
  createHmac('sha256', secret).update(body).digest('hex');

export function fakeProvider(): FakeProvider {
  const world: World = {
    intents: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    calls: [],
    isDown: false,
    refundStatus: 'COMPLETED',
    notices: 0,
  };
  return { ...port(world), ...controls(world) };
}

function port(world: World): PaymentProvider {
  const called = (name: string) => {
    world.calls.push(name);
    if (world.isDown) throw new ProviderUnavailableError('down');
  };
  return {
    name: 'STRIPE',
    canMove: () => true,
    createIntent: async ({ paymentId, amount }) => {
      called('create');
      const intentId = `pi_${paymentId}`;
      if (!world.intents.has(intentId)) {
        const outcome: IntentOutcome = { kind: 'awaiting_method' };
        world.intents.set(intentId, { intentId, paymentId, amountMinor: amount.minor, outcome });
      }
      return snapshot(world, intentId);
    },
    retrieveIntent: async (intentId) => {
      called('retrieve');
      return snapshot(world, intentId);
    },
    cancelIntent: async (intentId) => {
      called('cancel');
      const intent = find(world, intentId);
      if (intent.outcome.kind !== 'succeeded') intent.outcome = { kind: 'cancelled' };
      return snapshot(world, intentId);
    },
    refund: async ({ refundId, intentId, amount }) => {
      called('refund');
      const refunds = world.refunds.get(intentId) ?? [];
      const made = refunds.find((refund) => refund.refundId === refundId);
      if (made) return made;
      const refund: RefundSnapshot = {
        id: `re_${refundId}`,
        refundId,
        amountMinor: amount.minor,
        status: world.refundStatus,
        reason: null,
      };
      world.refunds.set(intentId, [refund, ...refunds]);
      return refund;
    },
    listRefunds: async (intentId) => {
      called('listRefunds');
      return world.refunds.get(intentId) ?? [];
    },
    listDisputes: async (intentId) => {
      called('listDisputes');
      return world.disputes.get(intentId) ?? [];
    },
    readNotice: (rawBody, signature) =>
      signature === sign(rawBody)
        ? (JSON.parse(rawBody.toString('utf8')) as ProviderNotice) // The fake wrote it itself.
        : null,
  };
}

/** What the payer, the bank and the tester do. */
function controls(world: World) {
  const set = (intentId: string, outcome: IntentOutcome) => {
    find(world, intentId).outcome = outcome;
  };
  return {
    calls: world.calls,
    intentOf: (paymentId: string) => `pi_${paymentId}`,
    intents: () => [...world.intents.values()],
    succeed: (intentId: string, kind: MethodKind = 'CARD') =>
      set(intentId, {
        kind: 'succeeded',
        chargeId: `ch_${intentId}`,
        feeMinor: 59n,
        paidBy: { kind, brand: kind === 'CARD' ? 'visa' : null, last4: '4242' },
      }),
    decline: (intentId: string, reference: string) =>
      set(intentId, {
        kind: 'failed',
        reference,
        code: 'insufficient_funds',
        message: 'Your card has insufficient funds.',
      }),
    require: (intentId: string) => set(intentId, { kind: 'action_required' }),
    process: (intentId: string) => set(intentId, { kind: 'processing', method: 'BANK_DEBIT' }),
    down: (isDown: boolean) => {
      world.isDown = isDown;
    },
    refundsEnd: (status: RefundSnapshot['status']) => {
      world.refundStatus = status;
      for (const [intentId, refunds] of world.refunds) {
        world.refunds.set(
          intentId,
          refunds.map((refund) => (refund.status === 'PENDING' ? { ...refund, status } : refund)),
        );
      }
    },
    refundElsewhere: (intentId: string, amountMinor: bigint) => {
      const refunds = world.refunds.get(intentId) ?? [];
      const id = `re_elsewhere_${intentId}_${refunds.length}`;
      const reason = 'requested_by_customer';
      world.refunds.set(intentId, [
        { id, refundId: null, amountMinor, status: 'COMPLETED', reason },
        ...refunds,
      ]);
    },
    dispute: (intentId: string, phase: DisputeSnapshot['phase'], amountMinor = 1000n) =>
      world.disputes.set(intentId, [{ id: `dp_${intentId}`, amountMinor, feeMinor: 1500n, phase }]),
    /** A signed webhook, as the route gets it. */
    notice: (type: string, intentId: string | null, eventId?: string) => {
      world.notices += 1;
      const notice: ProviderNotice = {
        eventId: eventId ?? `evt_${world.notices}`,
        type,
        intentId,
        paymentId: null,
      };
      const body = Buffer.from(JSON.stringify({ ...notice, last4: '4242' }));
      return { body, signature: sign(body) };
    },
  };
}

function find(world: World, intentId: string): Known {
  const intent = world.intents.get(intentId);
  if (!intent) throw new Error(`No intent ${intentId}.`);
  return intent;
}

const snapshot = (world: World, intentId: string): IntentSnapshot => ({
  id: intentId,
  clientSecret: `${intentId}_secret`,
  outcome: find(world, intentId).outcome,
});
