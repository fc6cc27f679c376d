import type { Clock } from '@finflow/shared/clock';
import { startStripeSandbox, type StripeSandbox } from './stripe-sandbox/sandbox.ts';

/** Stripe as the house sees it: itself when a key is set, else the sandbox. */
export type LocalStripe = {
  /** What payments is told: STRIPE_SECRET_KEY and so on. */
  readonly env: Record<string, string | undefined>;
  /** Where the sandbox serves its card form; null with Stripe itself. */
  readonly elementsOrigin: string | null;
  readonly sandbox: StripeSandbox | null;
  close(): Promise<void>;
};

export type LocalStripeOptions = {
  readonly env?: Record<string, string | undefined>;
  readonly clock: Clock;
  /** Journal of the sandbox's state; null forgets at the end. */
  readonly sandboxFile: string | null;
  /** Where the sandbox sends its webhooks, and what it signs them with. */
  readonly webhook: { readonly url: string; readonly secret: string };
};

/** Chooses Stripe itself when a key is set, or else starts the sandbox. */
export async function startStripe(options: LocalStripeOptions): Promise<LocalStripe> {
  const { env = {}, clock, sandboxFile, webhook } = options;
  if (env['STRIPE_SECRET_KEY']) {
    const { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET } = env;
    return {
      env: { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET },
      elementsOrigin: null,
      sandbox: null,
      close: () => Promise.resolve(),
    };
  }
  const sandbox = await startStripeSandbox({
    clock,
    ...(sandboxFile !== null && { dataFile: sandboxFile }),
    webhooks: [webhook],
  });
  return {
    env: {
      STRIPE_SECRET_KEY: sandbox.secretKey,
      STRIPE_PUBLISHABLE_KEY: sandbox.publishableKey,
      STRIPE_WEBHOOK_SECRET: webhook.secret,
      STRIPE_API_BASE: sandbox.origin,
      STRIPE_ELEMENTS_URL: `${sandbox.origin}/elements/card`,
    },
    elementsOrigin: sandbox.origin,
    sandbox,
    close: () => sandbox.close(),
  };
}
