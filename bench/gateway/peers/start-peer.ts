import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { freePort } from '@finflow/shared/testing/free-port';
import { answering } from './answering.ts';

const here = import.meta.dirname;
const hiveCommand = resolve(here, 'node_modules/@graphql-hive/gateway/dist/bin.js');

export const peerNames = ['finflow', 'stock', 'hive', 'hive-rust'] as const;
export type PeerName = (typeof peerNames)[number];

export type Peer = {
  readonly name: PeerName;
  readonly url: string;
  /** Milliseconds of CPU that the process and its children used since they began. */
  readonly cpuMs: () => number;
  readonly residentMb: () => number;
  readonly stop: () => void;
};

export type PeerOptions = {
  readonly supergraphFile: string;
  /** Of the subgraphs, by name. */
  readonly ports: Readonly<Record<string, number>>;
};

/** Starts a gateway in a process of its own; resolves when it answers. */
export async function startPeer(name: PeerName, options: PeerOptions): Promise<Peer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/${name === 'stock' ? '' : 'graphql'}`;
  const child = spawn(process.execPath, argumentsOf(name, options, port), {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: name === 'finflow' ? 'silent' : 'error', // Hive knows no silence.
      HIVE_SUPERGRAPH: options.supergraphFile,
      HIVE_PORT: String(port),
      HIVE_PLANNER: name === 'hive-rust' ? 'rust' : 'js',
    },
    cwd: here,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await answering(url, child);
  const pid = child.pid ?? 0;
  return {
    name,
    url,
    cpuMs: () => processTree(pid).reduce((sum, own) => sum + cpuMsOf(own), 0),
    residentMb: () => processTree(pid).reduce((sum, own) => sum + residentMbOf(own), 0),
    stop: () => child.kill('SIGTERM'),
  };
}

function argumentsOf(name: PeerName, options: PeerOptions, port: number): readonly string[] {
  const { supergraphFile, ports } = options;
  const profile = process.env['PROFILE'] === name ? ['--cpu-prof', `--cpu-prof-dir=${here}`] : [];
  switch (name) {
    case 'finflow':
      return [
        ...profile,
        resolve(here, 'finflow.ts'),
        supergraphFile,
        String(port),
        JSON.stringify(ports),
      ];
    case 'stock':
      return [...profile, resolve(here, 'stock.ts'), supergraphFile, String(port)];
    case 'hive':
    case 'hive-rust':
      return [...profile, hiveCommand, 'supergraph', '-c', resolve(here, 'hive.config.mjs')];
  }
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK']).toString());

function cpuMsOf(pid: number): number {
  const fields = statOf(pid);
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1_000;
}

/** After the command's name, which is in brackets and may hold anything. */
const statOf = (pid: number): readonly string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];

function residentMbOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}

function processTree(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return [pid, ...children.split(' ').filter(Boolean).map(Number).flatMap(processTree)];
}
