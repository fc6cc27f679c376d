import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** `npm start` as a user has it, on a free port and a folder of its own. */
export type HouseProcess = {
  readonly url: string;
  readonly folder: string;
  readonly output: () => string;
  /** Ends it as Ctrl-C does and waits. */
  stop(): Promise<number | null>;
};

const root = resolve(import.meta.dirname, '../..');
const startWithinMs = 180_000;

export type HouseProcessOptions = {
  readonly demo?: 'on' | 'off';
  readonly port?: number;
  readonly folder?: string;
};

/** Starts the product by its own start script and waits until it says that it runs. */
export async function startHouseProcess(options: HouseProcessOptions = {}): Promise<HouseProcess> {
  const port = options.port ?? (await freePort());
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'finflow-house-'));
  const child = spawn(process.execPath, [join(root, 'subgraphs/local/bin/start.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      FINFLOW_DATA: folder,
      FINFLOW_DEMO: options.demo ?? 'on',
      NODE_OPTIONS: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  await started(child, () => output);
  return {
    url: `http://localhost:${port}`,
    folder,
    output: () => output,
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}

async function started(child: ChildProcess, output: () => string): Promise<void> {
  const giveUpAt = Date.now() + startWithinMs;
  while (!output().includes('FinFlow runs:')) {
    if (child.exitCode !== null || Date.now() > giveUpAt) {
      child.kill('SIGTERM');
      throw new Error(`The house did not start:\n${output()}`);
    }
    await delay(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port');
  return address.port;
}
