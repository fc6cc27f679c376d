import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { systemClock } from '@finflow/shared/clock';
import { ConfigError, port, readConfig, text } from '@finflow/shared/config';
import { runProcess } from '@finflow/shared/process';
import { localSecrets, lockFolder } from './data-folder.ts';
import { startHouse } from './house.ts';
import { startLocalPostgres } from './local-postgres.ts';

const root = resolve(import.meta.dirname, '../../..');
const say = (line: string) => process.stdout.write(`${line}\n`);

const settings = {
  PORT: port(4000),
  FINFLOW_DATA: text('a folder', join(root, '.finflow')),
};

await runProcess('finflow', async () => {
  const config = readConfig(process.env, settings);
  const folder = resolve(config.FINFLOW_DATA);
  const unlock = lockFolder(folder);
  await mustBeFree(config.PORT);
  const secrets = localSecrets(folder);
  say('Starting Postgres ...');
  const postgres = await startLocalPostgres(folder, secrets.postgresPassword);
  const closeDatabase = () => postgres.stop().finally(unlock);
  const house = await startHouse({
    superuserUrl: postgres.superuserUrl,
    secrets,
    port: config.PORT,
    clock: systemClock,
    webRoot: builtWebApp(),
    sandboxFile: join(folder, 'stripe-sandbox.jsonl'),
    env: process.env,
    onProgress: say,
  }).catch(async (error: unknown) => {
    await closeDatabase();
    throw error;
  });
  announce(house.url);
  return {
    close: async () => {
      say('Stopping ...');
      await house.close();
      await closeDatabase();
      say('Stopped. Everything is kept; npm start goes on from here.');
    },
  };
});

function announce(url: string): void {
  say('');
  say(`FinFlow runs: ${url}`);
  say(`  web app           ${url}`);
  say(`  GraphQL endpoint  ${url}/graphql (Apollo Sandbox in a browser)`);
  say(`  empty company     ${url}/register`);
  say('Ctrl-C stops it.');
}

function builtWebApp(): string | null {
  const dist = join(root, 'web/dist');
  return existsSync(join(dist, 'index.html')) ? dist : null;
}

/** Says so at once, before anything long is begun. */
function mustBeFree(wanted: number): Promise<void> {
  return new Promise((done, refuse) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      refuse(
        new ConfigError(
          `Port ${wanted} can't be used (${error.code}). Choose another: PORT=${wanted + 100} npm start`,
        ),
      ),
    );
    probe.listen(wanted, () => probe.close(() => done()));
  });
}
