import type { PaymentStatus } from '../../__generated__/schema.ts';
import { addressOf, readSomeOf } from '../../lib/url-state.ts';

const statuses: readonly PaymentStatus[] = [
  'PENDING',
  'PROCESSING',
  'REQUIRES_ACTION',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'DISPUTED',
];

export const paymentViews: readonly { label: string; status: readonly PaymentStatus[] }[] = [
  { label: 'All', status: [] },
  { label: 'Under way', status: ['PENDING', 'PROCESSING', 'REQUIRES_ACTION'] },
  { label: 'Completed', status: ['COMPLETED'] },
  { label: 'Failed', status: ['FAILED'] },
  { label: 'Refunded', status: ['PARTIALLY_REFUNDED', 'REFUNDED'] },
  { label: 'Disputed', status: ['DISPUTED'] },
];

/** The statuses that the address asks for; none means all. */
export function readStatus(params: URLSearchParams): readonly PaymentStatus[] {
  return readSomeOf(params, 'status', statuses);
}

/** The address of the list with these statuses. */
export function paymentsPath(status: readonly PaymentStatus[]): string {
  return addressOf('/payments', { status });
}
