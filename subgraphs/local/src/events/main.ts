import { readBusConfig } from '@finflow/shared/bus/bus-from-config';
import { type BusConfig, openBus } from '@finflow/shared/bus/open-bus';
import { ConfigError } from '@finflow/shared/config';
import { databaseUrl } from '@finflow/shared/database/provision';
import { runningPostgres } from '../laptop.ts';
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

function laptopBus(folder: string): BusConfig {
  const url = runningPostgres(folder);
  if (url === null) {
    throw new ConfigError(
      `No FinFlow runs on ${folder}. Start it first, or name a bus: EVENT_BUS.`,
    );
  }
  return { kind: 'pg-log', url: databaseUrl(url, 'finflow_events') };
}

try {
  process.exitCode = (await main()) ? 0 : 2;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
