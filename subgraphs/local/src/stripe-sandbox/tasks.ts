import { declineOf } from './methods/declines.ts';
import type { Intent, Task } from './objects.ts';
import { bookCharge, finishCharge } from './resources/charge-attempt.ts';
import { findCharge } from './resources/charges.ts';
import { openDispute } from './resources/dispute-state.ts';
import { findIntent, intentFailed, intentSucceeded } from './resources/intent-state.ts';
import { resolveMethod } from './resources/payment-methods.ts';
import { settleRefund } from './resources/refunds.ts';
import { invalidRequest } from './api/api-error.ts';
import { emit, unschedule, type World } from './world.ts';

/** Does what was planned. The task is gone afterwards, whatever comes of it. */
export function runTask(world: World, task: Task): void {
  world.store.remove('tasks', task.id);
  switch (task.kind) {
    case 'settle_debit':
      settleDebit(world, task.subjectId, null);
      return;
    case 'book_balance':
      bookBalance(world, task.subjectId);
      return;
    case 'open_dispute':
      openDisputeIfAny(world, task.subjectId);
      return;
    case 'settle_refund':
      settleRefund(world, task.subjectId);
      return;
    default:
      task.kind satisfies never;
  }
}

/** Nobody disputes what was given back, or disputes twice. */
function openDisputeIfAny(world: World, chargeId: string): void {
  const charge = findCharge(world, chargeId);
  if (!charge.disputed && !charge.refunded) openDispute(world, chargeId);
}

/**
 * The bank's answer to a debit. `forced` overrides what the test account would do.
 * Throws 400 when the intent is not processing.
 */
export function settleDebit(
  world: World,
  intentId: string,
  forced: 'succeed' | 'fail' | null,
): Intent {
  const intent = findIntent(world, intentId);
  if (intent.status !== 'processing') {
    throw invalidRequest(`PaymentIntent ${intentId} is not processing.`);
  }
  unschedule(world, 'settle_debit', intentId);
  const charge = findCharge(world, intent.latest_charge ?? '');
  const method = resolveMethod(world, charge.payment_method ?? '');
  const outcome = world.store.get('behaviours', method.id)?.outcome;
  const result = outcome?.kind === 'process' ? outcome.result : null;
  const declineName = result?.kind === 'decline' ? result.decline : null;
  const fails = forced === null ? declineName !== null : forced === 'fail';
  if (!fails) {
    const paid = finishCharge(world, charge, { kind: 'succeeded' });
    return intentSucceeded(world, intent, paid);
  }
  const decline = declineOf(declineName ?? 'debit_insufficient_funds');
  const failed = finishCharge(world, charge, { kind: 'failed', decline });
  return intentFailed(world, intent, { decline, method, charge: failed });
}

/** The asynchronous half of a capture: now the fee is known. */
function bookBalance(world: World, chargeId: string): void {
  const charge = findCharge(world, chargeId);
  if (charge.balance_transaction !== null) return;
  emit(world, 'charge.updated', bookCharge(world, charge), charge);
}
