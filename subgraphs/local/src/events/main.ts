import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBusConfig } from '@finflow/shared/bus/bus-from-config';
import { type BusConfig, openBus } from '@finflow/shared/bus/open-bus';
import { ConfigError } from '@finflow/shared/config';
import { localSecrets } from '../data-folder.ts';
import { runEventsCommand } from './command.ts';

/** `npm run events`: the bus that the environment names, or else the one of the FinFlow that `npm start` runs. */
async function main(): Promise<boolean> {
  const { env } = process;
  const named = env['EVENT_BUS'] !== undefined || env['EVENTS_DATABASE_URL'] !== undefined;
  const bus = await openBus(
    named ? readBusConfig(env) : laptopBus(env['FINFLOW_DATA'] ?? '.finflow'),
  );
  try {
    const print = (line: string) => void process.stdout.write(`${line}\n`);
    return await runEventsCommand(process.argv.slice(2), { bus, print });
  } finally {
    await bus.close();
  }
}

/** A Postgres that runs says its port in the fourth line of its pid file. */
function laptopBus(folder: string): BusConfig {
  const pidFile = join(folder, 'postgres/postmaster.pid');
  if (!existsSync(pidFile)) {
    throw new ConfigError(
      `No FinFlow runs on ${folder}. Start it first, or name a bus: EVENT_BUS.`,
    );
  }
  const port = readFileSync(pidFile, 'utf8').split('\n')[3]?.trim() ?? '';
  const { postgresPassword } = localSecrets(folder);
  return {
    kind: 'pg-log',
    url: `postgres://postgres:${postgresPassword}@127.0.0.1:${port}/finflow_events`,
  };
}

try {
  process.exitCode = (await main()) ? 0 : 2;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
