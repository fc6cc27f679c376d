import { Writable } from 'node:stream';
import winston from 'winston';
import { log } from '../log.ts';

export type LogLine = Readonly<Record<string, unknown>> & { readonly message: string };

/** Keeps every line logged from now on, and writes none, until `stop`. */
export function captureLog(): { readonly lines: readonly LogLine[]; stop(): void } {
  const lines: LogLine[] = [];
  const listening = new winston.transports.Stream({
    stream: new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(JSON.parse(chunk.toString()) as LogLine);
        done();
      },
    }),
  });
  const { silent, level } = log;
  log.add(listening);
  log.silent = false;
  log.level = 'info';
  for (const transport of log.transports) transport.silent = transport !== listening;
  return {
    lines,
    stop: () => {
      log.remove(listening);
      log.silent = silent;
      log.level = level;
      for (const transport of log.transports) transport.silent = false;
    },
  };
}
