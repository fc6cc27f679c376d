import type Stripe from 'stripe';
import type { Charge, Intent, Method } from '../objects.ts';

export function methodDetails(intent: Intent, method: Method): Charge['payment_method_details'] {
  const { card, us_bank_account: account, sepa_debit: sepa } = method;
  if (card !== undefined) return { type: 'card', card: cardDetails(intent.amount, card) };
  if (account !== undefined) {
    const { account_holder_type, account_type, bank_name, fingerprint, last4 } = account;
    const routing = { routing_number: account.routing_number, payment_reference: null };
    return {
      type: 'us_bank_account',
      us_bank_account: {
        account_holder_type,
        account_type,
        bank_name,
        fingerprint,
        last4,
        ...routing,
      },
    };
  }
  if (sepa === undefined) return { type: method.type };
  const { bank_code, branch_code, country, fingerprint, last4 } = sepa;
  return {
    type: 'sepa_debit',
    sepa_debit: { bank_code, branch_code, country, fingerprint, last4, mandate: null },
  };
}

const cardDetails = (
  amount: number,
  card: Stripe.PaymentMethod.Card,
): Stripe.Charge.PaymentMethodDetails.Card => ({
  amount_authorized: amount,
  authorization_code: null,
  brand: card.brand,
  checks: card.checks,
  country: card.country,
  electronic_commerce_indicator: null,
  exp_month: card.exp_month,
  exp_year: card.exp_year,
  fingerprint: card.fingerprint ?? null,
  funding: card.funding,
  installments: null,
  last4: card.last4,
  mandate: null,
  network: card.brand,
  network_transaction_id: null,
  regulated_status: card.regulated_status,
  three_d_secure: null,
  transaction_link_id: null,
  wallet: null,
});
