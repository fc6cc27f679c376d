import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Arranged, arrange } from './stripe-sandbox/arrange.ts';

/*
 * An independent check: Stripe's own command-line tool drives the sandbox with Stripe's own fixtures.
 */
const run = promisify(execFile);
let arranged: Arranged;
let home: string;

beforeAll(async () => {
  arranged = await arrange();
  home = mkdtempSync(join(tmpdir(), 'stripe-cli-'));
});
afterAll(async () => {
  await arranged.close();
  rmSync(home, { recursive: true, force: true });
});

const cli = join(
  dirname(createRequire(import.meta.url).resolve('@stripe/cli/package.json')),
  'bin',
  'shim.js',
);

/** Its look for newer versions and its telemetry end at a port that nobody listens on. */
const ALONE = { HTTPS_PROXY: 'http://127.0.0.1:9', STRIPE_CLI_TELEMETRY_OPTOUT: '1' };

async function trigger(event: string): Promise<string> {
  const { origin, secretKey } = arranged.sandbox;
  const { stdout } = await run(
    process.execPath,
    [cli, 'trigger', event, '--api-key', secretKey, '--api-base', origin],
    { env: { ...process.env, ...ALONE, HOME: home, XDG_CONFIG_HOME: home }, timeout: 30_000 },
  );
  return stdout;
}

describe("Stripe's command-line tool", () => {
  it.each([
    'payment_intent.created',
    'payment_intent.succeeded',
    'payment_intent.payment_failed',
    'payment_intent.requires_action',
    'payment_intent.processing',
    'payment_intent.canceled',
    'charge.failed',
    'charge.refunded',
    'charge.refund.updated',
    'charge.dispute.created',
    'setup_intent.succeeded',
    'customer.created',
  ])(
    'brings about %s',
    async (event) => {
      const said = await trigger(event);
      expect(said).toContain('Trigger succeeded');
      arranged.sandbox.control.advance(60_000);
      expect(await arranged.eventTypes()).toContain(event);
    },
    40_000,
  );
});
