import { systemClock } from '@finflow/shared/clock';
import { startStripeSandbox } from './sandbox.ts';

/*
 * The sandbox as a process of its own. Prints one line of JSON when it listens:
 * {"origin":…,"secretKey":…,"publishableKey":…}. Settings, all optional: STRIPE_SANDBOX_PORT, _HOST,
 * _PUBLIC_ORIGIN, _DATA_FILE, _WEBHOOK_URL with _WEBHOOK_SECRET, _SECRET_KEY with _PUBLISHABLE_KEY.
 */
const setting = (name: string): string | undefined => process.env[`STRIPE_SANDBOX_${name}`];
const [host, dataFile] = [setting('HOST'), setting('DATA_FILE')];
const publicOrigin = setting('PUBLIC_ORIGIN');
const [url, secret] = [setting('WEBHOOK_URL'), setting('WEBHOOK_SECRET')];
const [secretKey, publishableKey] = [setting('SECRET_KEY'), setting('PUBLISHABLE_KEY')];

const sandbox = await startStripeSandbox({
  clock: systemClock,
  port: Number(setting('PORT') ?? 0),
  ...(host === undefined ? {} : { host }),
  ...(publicOrigin === undefined ? {} : { publicOrigin }),
  ...(dataFile === undefined ? {} : { dataFile }),
  ...(url === undefined || secret === undefined ? {} : { webhooks: [{ url, secret }] }),
  ...(secretKey === undefined || publishableKey === undefined
    ? {}
    : { keys: { secretKey, publishableKey } }),
});
const { origin, ...keys } = sandbox;
process.stdout.write(
  `${JSON.stringify({ origin, secretKey: keys.secretKey, publishableKey: keys.publishableKey })}\n`,
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close());
}
