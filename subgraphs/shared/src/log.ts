import { AsyncLocalStorage } from 'node:async_hooks';
import winston from 'winston';
import { oneOf } from './config.ts';

/** What every log line of a piece of work carries. */
export type LogContext = {
  readonly requestId?: string;
  readonly traceId?: string;
  readonly organizationId?: string;
};

const storage = new AsyncLocalStorage<LogContext>();

/** Runs `work` so that each line logged inside carries `context` too. */
export const withLogContext = <T>(context: LogContext, work: () => T): T =>
  storage.run({ ...storage.getStore(), ...context }, work);

export const currentLogContext = (): LogContext => storage.getStore() ?? {};

const addContext = winston.format((info) => Object.assign(info, storage.getStore()));

/** Errors are written with their stack: logs are ours, answers are not. */
const flattenErrors = winston.format((info) => {
  for (const [key, value] of Object.entries(info)) {
    if (value instanceof Error)
      info[key] = { name: value.name, message: value.message, stack: value.stack };
  }
  return info;
});

const levels = ['error', 'warn', 'info', 'debug', 'silent'] as const;

/** What a process is told of its log. Another level would be no level at all: nothing would be written, not even why it stops. */
export const logSettings = { LOG_LEVEL: oneOf(levels, 'info') };

const level = levels.find((known) => known === process.env['LOG_LEVEL']) ?? 'info';

/** One JSON line an event, on standard output. */
export const log = winston.createLogger({
  level: level === 'silent' ? 'error' : level,
  silent: level === 'silent',
  format: winston.format.combine(
    addContext(),
    flattenErrors(),
    winston.format.timestamp(),
    winston.format.json(),
  ),
  transports: [new winston.transports.Console({ stderrLevels: [] })],
});
