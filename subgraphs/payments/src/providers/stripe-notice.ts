import Stripe from 'stripe';
import { isId } from '@finflow/shared/ids';
import type { ProviderNotice } from './provider.ts';

/** Older signatures are refused, so that a webhook that was listened to can't be played again later. */
const toleranceSeconds = 300;

type SignedBody = {
  readonly rawBody: Buffer;
  readonly signature: string | undefined;
  readonly secret: string;
  readonly now: Date;
};

/** The notice in a webhook's raw body; null when the signature is missing, wrong or too old. */
export function readStripeNotice(
  stripe: Stripe,
  { rawBody, signature, secret, now }: SignedBody,
): ProviderNotice | null {
  if (signature === undefined) return null;
  try {
    return toNotice(
      stripe.webhooks.constructEvent(
        rawBody,
        signature,
        secret,
        toleranceSeconds,
        undefined,
        now.getTime(),
      ),
    );
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return null;
    throw error;
  }
}

/** Intents, charges, refunds and disputes all name their intent; of ours, the metadata name the payment. */
function toNotice(event: Stripe.Event): ProviderNotice {
  const object: object = event.data.object;
  const type = text(object, 'object');
  const metadata = 'metadata' in object ? object.metadata : null;
  const paymentId =
    typeof metadata === 'object' && metadata !== null ? text(metadata, 'paymentId') : null;
  return {
    eventId: event.id,
    type: event.type,
    intentId: type === 'payment_intent' ? text(object, 'id') : text(object, 'payment_intent'),
    paymentId: paymentId !== null && isId(paymentId) ? paymentId : null,
  };
}

/** A text property, whatever the object; an expanded object counts by its id. */
function text(object: object, name: string): string | null {
  const value: unknown = name in object ? object[name as keyof typeof object] : null;
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && name !== 'id' ? text(value, 'id') : null;
}
