import { port, readConfig, secret, url, type Setting } from '@finflow/shared/config';
import { verifyKeys } from '@finflow/shared/signed-viewer';
import { parseFieldKeys, type FieldKeys } from './security/field-cipher.ts';

export type PaymentsConfig = ReturnType<typeof readPaymentsConfig>;

const fieldKeys: Setting<FieldKeys> = {
  shape: 'a list of <key id>:<32 bytes in base64>, newest first',
  parse: parseFieldKeys,
};

const publishableKey: Setting<string> = {
  shape: 'the publishable key of the Stripe account (pk_...)',
  parse: (text) => (/^pk_\S+$/.test(text) ? text : undefined),
};

/** No less: so long the provider may still send a notice again. */
const fewestDays = 7;

const noticesKeptDays: Setting<number> = {
  shape: `a whole number of days, ${fewestDays} or more`,
  parse: (text) =>
    /^\d{1,5}$/.test(text) && Number(text) >= fewestDays ? Number(text) : undefined,
  fallback: 30,
};

/**
 * Reads what the payments subgraph is told by its environment.
 * @throws ConfigError with one line that names the first variable that is missing or malformed
 */
export function readPaymentsConfig(env: Record<string, string | undefined>) {
  const values = readConfig(env, {
    PAYMENTS_DATABASE_URL: url(['postgres:', 'postgresql:']),
    PAYMENTS_DATABASE_OWNER_URL: url(['postgres:', 'postgresql:']),
    PAYMENTS_PORT: port(4002),
    PAYMENTS_FIELD_KEY: fieldKeys,
    PAYMENTS_NOTICES_KEPT_DAYS: noticesKeptDays,
    GATEWAY_VERIFY_KEY: verifyKeys,
    PUBLIC_URL: url(['http:', 'https:'], 'http://localhost:4000'),
    PAYMENT_LINK_SECRET: secret(),
    STRIPE_SECRET_KEY: secret(8),
    STRIPE_PUBLISHABLE_KEY: publishableKey,
    STRIPE_WEBHOOK_SECRET: secret(8),
    STRIPE_API_BASE: url(['http:', 'https:'], 'https://api.stripe.com'),
    STRIPE_ELEMENTS_URL: url(['http:', 'https:'], ''),
  });
  return {
    databaseUrl: values.PAYMENTS_DATABASE_URL,
    databaseOwnerUrl: values.PAYMENTS_DATABASE_OWNER_URL,
    port: values.PAYMENTS_PORT,
    fieldKeys: values.PAYMENTS_FIELD_KEY,
    noticesKeptDays: values.PAYMENTS_NOTICES_KEPT_DAYS,
    verifyKeys: values.GATEWAY_VERIFY_KEY,
    publicUrl: values.PUBLIC_URL.replace(/\/$/, ''),
    paymentLinkSecret: values.PAYMENT_LINK_SECRET,
    stripe: {
      secretKey: values.STRIPE_SECRET_KEY,
      publishableKey: values.STRIPE_PUBLISHABLE_KEY,
      webhookSecret: values.STRIPE_WEBHOOK_SECRET,
      apiBase: values.STRIPE_API_BASE,
      /** Where the sandbox serves its card form; null with Stripe itself. */
      elementsUrl: values.STRIPE_ELEMENTS_URL === '' ? null : values.STRIPE_ELEMENTS_URL,
    },
  };
}
