import { ConfigError, readConfig } from './config.ts';
import { log, logSettings } from './log.ts';
import { startTracing } from './tracing/tracing.ts';

/** Something that runs until it is told to stop. */
export type Running = { close(): Promise<void> };

const stopWithinMs = 20_000;

/**
 * Runs a process: starts it, stops it cleanly on SIGTERM or SIGINT, and ends with one clear line when the configuration is wrong.
 * A fault that nobody caught ends the process: a supervisor starts it anew, and outbox and inbox make that safe.
 */
export async function runProcess(name: string, start: () => Promise<Running>): Promise<void> {
  try {
    readConfig(process.env, logSettings);
    const tracing = startTracing(name, process.env);
    const running = await start();
    log.info('started', { process: name });
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void stop(name, running, tracing));
    }
  } catch (error) {
    if (error instanceof ConfigError) process.stderr.write(`${name}: ${error.message}\n`);
    else log.error('could not start', { process: name, error });
    process.exit(1);
  }
}

async function stop(name: string, running: Running, tracing: Running | null): Promise<void> {
  log.info('stopping', { process: name });
  const force = setTimeout(() => {
    log.error('did not stop in time', { process: name });
    process.exit(1);
  }, stopWithinMs);
  force.unref();
  await running.close();
  await tracing?.close();
  log.info('stopped', { process: name });
  process.exit(0);
}
