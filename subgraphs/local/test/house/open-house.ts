import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@finflow/shared/clock';
import { freePort } from '@finflow/shared/testing/free-port';
import { startPostgresServer } from '@finflow/shared/testing/postgres-server';
import { localSecrets } from '../../src/data-folder.ts';
import { startHouse } from '../../src/house.ts';

/**
 * The whole house on a Postgres server of its own: the databases of a house have fixed names.
 * @param env what the process's environment would say
 */
export async function openHouse(env: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'finflow-house-'));
  const postgres = await startPostgresServer();
  const secrets = localSecrets(folder);
  const house = await startHouse({
    superuserUrl: postgres.superuserUrl,
    secrets,
    port: await freePort(),
    clock: systemClock,
    webRoot: null,
    sandboxFile: null,
    env,
  });
  return {
    house,
    secrets,
    endpoint: `${house.url}/graphql`,
    close: async () => {
      await house.close();
      await postgres.stop();
      await rm(folder, { recursive: true });
    },
  };
}
