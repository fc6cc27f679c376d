import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { systemClock } from '@finflow/shared/clock';
import { ConfigError, readConfig } from '@finflow/shared/config';
import { runProcess } from '@finflow/shared/process';
import { localSecrets, lockFolder } from './data-folder.ts';
import { demoLogin, ensureDemoCompany } from './demo-company.ts';
import { type House, startHouse } from './house.ts';
import { startLocalPostgres } from './local-postgres.ts';
import { startSettings } from './start-settings.ts';

const root = resolve(import.meta.dirname, '../../..');
const say = (line: string) => process.stdout.write(`${line}\n`);

// The start script holds a channel to us. When it closes, the script was killed: we stop as if we had been asked to.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

await runProcess('finflow', async () => {
  const config = readConfig(process.env, startSettings);
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
  if (config.FINFLOW_DEMO === 'on') await fillDemo(house, folder);
  announce(house.url, config.FINFLOW_DEMO === 'on');
  return {
    close: async () => {
      say('Stopping ...');
      await house.close();
      await closeDatabase();
      say('Stopped. Everything is kept; npm start goes on from here.');
    },
  };
});

function announce(url: string, demo: boolean): void {
  say('');
  say(`FinFlow runs: ${url}`);
  say(`  web app           ${url}`);
  say(`  GraphQL endpoint  ${url}/graphql (Apollo Sandbox in a browser)`);
  if (demo) say(`  sample company    ${demoLogin.email} / ${demoLogin.password}`);
  say(`  empty company     ${url}/register`);
  say('Ctrl-C stops it.');
}

/** Fills in the sample company at the first start, and goes on with it when an earlier start was cut off. */
async function fillDemo(house: House, folder: string): Promise<void> {
  const done = join(folder, 'ready');
  if (existsSync(done)) return;
  say('Filling in the sample company, two years of it (once, some seconds) ...');
  await ensureDemoCompany(house, say);
  writeFileSync(done, new Date().toISOString());
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
