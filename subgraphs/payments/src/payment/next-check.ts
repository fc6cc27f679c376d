import type { MethodKind } from '../providers/provider.ts';
import { isOpen, type PaymentStatus } from './payment-machine.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const longestMs = 6 * hour;

export type CheckedPayment = {
  readonly status: PaymentStatus;
  readonly methodKind?: MethodKind | null | undefined;
  /** How often the provider was asked since the last change. */
  readonly checks: number;
};

/**
 * How long to wait for a webhook before the provider is asked, in milliseconds; null when nothing is awaited.
 * Doubles with each question, at most six hours, and differs by a fifth so that payments don't queue up together.
 * @param chance 0 to 1
 */
export function nextCheckInMs(payment: CheckedPayment, chance: number): number | null {
  if (!isOpen(payment.status)) return null;
  const doubled = firstWaitMs(payment) * 2 ** Math.min(payment.checks, 20);
  return Math.round(Math.min(doubled, longestMs) * (0.8 + 0.4 * chance));
}

/** A card says yes or no in seconds, a bank debit in days, and a payer may leave the page open. */
function firstWaitMs({ status, methodKind }: CheckedPayment): number {
  if (status === 'PROCESSING') return methodKind === 'BANK_DEBIT' ? hour : 10 * second;
  return status === 'FAILED' ? 5 * minute : 30 * second;
}
