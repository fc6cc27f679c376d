import { systemClock } from '../clock.ts';
import { type FinflowEvent, newEvent } from '../events/envelope.ts';
import { newId } from '../ids.ts';

export interface SampleEvent {
  readonly paymentId?: string;
  readonly organizationId?: string;
  /** Minor units; tests use it to number events of one payment. */
  readonly amountMinor?: string;
}

/** A believable payment_created, of which a test says only what it cares for. */
export function samplePaymentCreated(sample: SampleEvent = {}): FinflowEvent<'payment_created'> {
  const paymentId = sample.paymentId ?? newId();
  return newEvent(
    'payment_created',
    {
      source: '/payments',
      subject: paymentId,
      organizationId: sample.organizationId ?? newId(),
      data: {
        paymentId,
        invoiceId: newId(),
        amountMinor: sample.amountMinor ?? '1000',
        currency: 'EUR',
        provider: 'STRIPE',
      },
    },
    systemClock,
  );
}
