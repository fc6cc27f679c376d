import type { Dispute, Intent, Payout } from './objects.ts';
import { answerChallenge } from './resources/confirm-intent.ts';
import { closeDispute, openDispute } from './resources/dispute-state.ts';
import { findEvent } from './resources/events.ts';
import { findIntent } from './resources/intent-state.ts';
import { payOut } from './resources/payouts.ts';
import type { Scheduler } from './scheduler.ts';
import { settleDebit } from './tasks.ts';
import { address, type World } from './world.ts';

/** What happens at banks and cards' holders, moved by hand. Each throws ApiError when it can't be. */
export interface Control {
  /** A processing bank debit arrives. */
  succeedProcessing(intentId: string): Intent;
  /** A processing bank debit is sent back. */
  failProcessing(intentId: string): Intent;
  /** The card's holder passes or fails the bank's challenge. */
  completeAuthentication(intentId: string): Intent;
  failAuthentication(intentId: string): Intent;
  /** The card's holder disputes the charge. */
  openDispute(chargeId: string): Dispute;
  /** The bank decides a dispute. */
  closeDispute(disputeId: string, result: 'won' | 'lost'): Dispute;
  /** Sends everything of a currency to the bank account. */
  payOut(currency: string): Payout;
  /** Sends an event once more to every endpoint. */
  redeliver(eventId: string): void;
  /** Does at once what would happen by itself within the time: settlements, fees, disputes. */
  advance(milliseconds: number): void;
}

export function createControl(world: World, scheduler: Scheduler): Control {
  const { store } = world;
  const challenge = (id: string, answer: 'complete' | 'fail') =>
    store.transaction(() => {
      answerChallenge(world, findIntent(world, id), answer);
      return findIntent(world, id);
    });
  return {
    succeedProcessing: (id) => store.transaction(() => settleDebit(world, id, 'succeed')),
    failProcessing: (id) => store.transaction(() => settleDebit(world, id, 'fail')),
    completeAuthentication: (id) => challenge(id, 'complete'),
    failAuthentication: (id) => challenge(id, 'fail'),
    openDispute: (id) => store.transaction(() => openDispute(world, id)),
    closeDispute: (id, result) => store.transaction(() => closeDispute(world, id, result)),
    payOut: (currency) => store.transaction(() => payOut(world, currency)),
    redeliver: (id) =>
      store.transaction(() => {
        const event = findEvent(world, id);
        for (const { id: endpointId } of store.all('webhook_endpoints')) {
          address(world, event.id, endpointId);
        }
      }),
    advance: (milliseconds) => scheduler.advance(milliseconds),
  };
}
