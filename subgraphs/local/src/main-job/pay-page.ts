import { newId } from '@finflow/shared/ids';
import { type Surface, typeCard } from '../demo/pay-by-card.ts';
import { ask } from '../demo/public-api.ts';

/** A payment that was begun on the pay page, and waits for a card. */
export type OpenPayment = { readonly id: string; readonly surface: Surface };

/**
 * Presses Pay on the pay page, as the holder of the link.
 * @throws Error when payments refuses
 */
export async function startPayment(url: string, payLink: string): Promise<OpenPayment> {
  type Answer = { startPayment: { code?: string; payment?: { id: string }; surface?: Surface } };
  const { startPayment: started } = await ask<Answer>(`${url}/graphql`, {
    query: startMutation,
    variables: { input: { idempotencyKey: newId() } },
    authorization: payLink,
  });
  if (!started.payment || !started.surface) {
    throw new Error(`The payment was refused: ${started.code}`);
  }
  return { id: started.payment.id, surface: started.surface };
}

/** Types a card of Stripe's test cards into the provider's form: its webhook tells what came of it. */
export const confirmCard = ({ surface }: OpenPayment, card = 'pm_card_visa'): Promise<void> =>
  typeCard(surface, card);

const startMutation = `mutation ($input: StartPaymentInput!) {
  startPayment(input: $input) {
    ... on PaymentStarted { payment { id } surface { clientSecret publishableKey elementsUrl } }
    ... on Refusal { code }
  } }`;
