import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { localSecrets } from '@finflow/local/data-folder';
import { type House, startHouse } from '@finflow/local/house';
import { systemClock } from '@finflow/shared/clock';
import { freePort } from '@finflow/shared/testing/free-port';
import { startPostgresServer } from '@finflow/shared/testing/postgres-server';

/** The whole house in this process, as `npm start` has it, on a Postgres of its own with fsync off; gone at the end. */
export async function withEmbeddedHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'finflow-bench-'));
  const postgres = await startPostgresServer();
  try {
    const house = await startHouse({
      superuserUrl: postgres.superuserUrl,
      secrets: localSecrets(folder),
      port: await freePort(),
      clock: systemClock,
      webRoot: null,
      sandboxFile: null,
      // A load test is what the limits are there to stop.
      env: { GATEWAY_RATE_LIMITS: 'off' },
    });
    return await work(house).finally(() => house.close());
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true });
  }
}

/** What the figures depend on. */
export const conditions = () => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  loadBefore: loadavg().map((load) => load.toFixed(1)),
  node: process.version,
});
