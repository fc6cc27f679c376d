import Stripe from 'stripe';
import { ProviderRefusedError, ProviderUnavailableError } from './provider.ts';

/** Runs a call to Stripe and says what its failure means for money: refused, or unknown until asked again. */
export async function callStripe<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) throw explained(error);
    throw error;
  }
}

/** A wrong key or a rate limit is our trouble, not the payment's: the call may be repeated. */
function explained(error: InstanceType<typeof Stripe.errors.StripeError>): Error {
  const isRefusal =
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeCardError;
  if (!isRefusal || error.code === 'lock_timeout') {
    return new ProviderUnavailableError(`Stripe: ${error.type}`, { cause: error });
  }
  return new ProviderRefusedError(error.code ?? 'invalid_request', error.message, { cause: error });
}
