import {
  ConfigError,
  port,
  readConfig,
  secret,
  text,
  url,
  type Setting,
} from '@finflow/shared/config';
import type { StripeSandboxOptions } from './sandbox.ts';

const http = url(['http:', 'https:'], '');

const optional = (setting: Setting<string>): Setting<string> => ({ ...setting, fallback: '' });

/** Reads the sandbox's environment when it is a process of its own. All of it may be left out or empty. */
export function readSandboxConfig(
  env: Record<string, string | undefined>,
): Omit<StripeSandboxOptions, 'clock'> {
  const values = readConfig(env, {
    STRIPE_SANDBOX_PORT: port(0),
    STRIPE_SANDBOX_HOST: text('an address to listen on', '127.0.0.1'),
    STRIPE_SANDBOX_PUBLIC_ORIGIN: http,
    STRIPE_SANDBOX_DATA_FILE: text('a file', ''),
    STRIPE_SANDBOX_WEBHOOK_URL: http,
    STRIPE_SANDBOX_WEBHOOK_SECRET: optional(secret(8)),
    STRIPE_SANDBOX_SECRET_KEY: optional(secret(8)),
    STRIPE_SANDBOX_PUBLISHABLE_KEY: text('a publishable key', ''),
  });
  const webhook = together(values, 'STRIPE_SANDBOX_WEBHOOK_URL', 'STRIPE_SANDBOX_WEBHOOK_SECRET');
  const keys = together(values, 'STRIPE_SANDBOX_SECRET_KEY', 'STRIPE_SANDBOX_PUBLISHABLE_KEY');
  return {
    port: values.STRIPE_SANDBOX_PORT,
    host: values.STRIPE_SANDBOX_HOST,
    ...(values.STRIPE_SANDBOX_PUBLIC_ORIGIN && {
      publicOrigin: values.STRIPE_SANDBOX_PUBLIC_ORIGIN,
    }),
    ...(values.STRIPE_SANDBOX_DATA_FILE && { dataFile: values.STRIPE_SANDBOX_DATA_FILE }),
    ...(webhook && { webhooks: [{ url: webhook[0], secret: webhook[1] }] }),
    ...(keys && { keys: { secretKey: keys[0], publishableKey: keys[1] } }),
  };
}

/** Of a pair that is of use only whole, half would be left out without a word. */
function together<K extends string>(
  values: Readonly<Record<K, string>>,
  one: K,
  other: K,
): readonly [string, string] | null {
  if (values[one] === '' && values[other] === '') return null;
  const missing = [one, other].find((name) => values[name] === '');
  if (missing) throw new ConfigError(`${missing} is missing: ${one} and ${other} go together.`);
  return [values[one], values[other]];
}
