import { systemClock } from '@finflow/shared/clock';
import { runProcess } from '@finflow/shared/process';
import { readSandboxConfig } from './sandbox-config.ts';
import { startStripeSandbox } from './sandbox.ts';

/*
 * The sandbox as a process of its own. Prints one line of JSON when it listens:
 * {"origin":…,"secretKey":…,"publishableKey":…}. Settings: sandbox-config.ts.
 */
await runProcess('stripe-sandbox', async () => {
  const sandbox = await startStripeSandbox({
    ...readSandboxConfig(process.env),
    clock: systemClock,
  });
  const { origin, secretKey, publishableKey } = sandbox;
  process.stdout.write(`${JSON.stringify({ origin, secretKey, publishableKey })}\n`);
  return sandbox;
});
