/**
 * What a request costs in CPU, behind FinFlow's gateway, stock @apollo/gateway, and Hive Gateway with its JavaScript and its Rust planner:
 *
 *   npx node bench/gateway/run.ts [rounds] [seconds] [connections]
 *
 * The others are installed into bench/gateway/peers/node_modules at the first run. Each gateway is one process; the four subgraphs and the
 * process that asks are others. Each gateway is warmed up by as many requests: it takes that many until its code is compiled, and a slow
 * one would come to fewer in a time. Then rounds go from one gateway to the next, so that what else the machine does hits all; medians
 * count. Told is, too, how much of the CPUs' time was left over and how much other machines of the host took: a busy one gives other ratios.
 * Every connection is a caller of its own and all gateways hand on who calls, so no gateway can share work between requests. Answers
 * that differ as JSON end it; whether they are the same bytes is reported.
 */
import { print } from '../print.ts';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { applyLoad } from '../apply-load.ts';
import { post } from '../ask.ts';
import { cpuShares, readCpuTimes } from '../cpu-times.ts';
import { conditions } from '../embedded-house.ts';
import { median, rounded } from '../statistics.ts';
import { peerNames, startPeer, type Peer } from './peers/start-peer.ts';
import { heavy, light } from './queries.ts';
import { subgraphs } from './subgraphs/schemas.ts';

const [rounds = 5, seconds = 6, connections = 20] = process.argv.slice(2).map(Number);
const here = import.meta.dirname;

const questions = [
  { name: 'heavy', query: heavy, warmUpRequests: 400 },
  { name: 'light', query: light, warmUpRequests: 12_000 },
];

type Ports = Readonly<Record<string, number>>;

installPeers();
const shop = await startSubgraphs();
const folder = mkdtempSync(join(tmpdir(), 'finflow-bench-'));
const supergraphFile = join(folder, 'supergraph.graphql');
writeFileSync(supergraphFile, composedSupergraph(shop.ports));
const peers: Peer[] = [];
try {
  for (const name of peerNames)
    peers.push(await startPeer(name, { supergraphFile, ports: shop.ports }));
  print({ ...conditions(), rounds, seconds, connections });
  for (const { name, query, warmUpRequests } of questions) {
    print({ question: name, ...(await compareAnswers(query)) });
    for (const peer of peers) await fire(peer, query, warmUpRequests);
    const before = readCpuTimes();
    const measured = await measure(query);
    print({ question: name, ...measured, machine: cpuShares(before, readCpuTimes()) });
  }
} finally {
  for (const peer of peers) peer.stop();
  shop.stop();
  rmSync(folder, { recursive: true });
}

function installPeers(): void {
  if (existsSync(join(here, 'peers/node_modules/@graphql-hive/gateway'))) return;
  const flags = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'];
  execFileSync('npm', ['install', ...flags], { cwd: join(here, 'peers'), stdio: 'inherit' });
}

async function startSubgraphs(): Promise<{ readonly ports: Ports; readonly stop: () => void }> {
  const child = spawn(process.execPath, [join(here, 'subgraphs/serve.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { ports: JSON.parse(line) as Ports, stop: () => child.kill() };
}

function composedSupergraph(ports: Ports): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(subgraphs).map(([name, { typeDefs }]) => ({
      name,
      url: `http://127.0.0.1:${ports[name]}/graphql`,
      typeDefs: parse(typeDefs),
    })),
  );
  if (supergraphSdl === undefined)
    throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** Each peer's answer against ours, and how many calls one request makes when nothing else runs. */
async function compareAnswers(query: string) {
  const answers = new Map<string, { readonly text: string; readonly calls: number }>();
  for (const { name, url } of peers) {
    await post(url, { query }, 'Bearer someone'); // Plans.
    await callsSince();
    const text = await post(url, { query }, 'Bearer someone');
    answers.set(name, { text, calls: await callsSince() });
  }
  const own = answers.get('finflow');
  if (!own) throw new Error('Ours was asked');
  for (const [name, { text }] of answers) {
    if (text.includes('"errors"')) throw new Error(`${name}: ${text.slice(0, 1_000)}`);
    if (!isDeepStrictEqual(JSON.parse(text), JSON.parse(own.text))) {
      throw new Error(`${name} answers otherwise than finflow`);
    }
  }
  return {
    answerBytes: Buffer.byteLength(own.text),
    subgraphCalls: Object.fromEntries([...answers].map(([name, { calls }]) => [name, calls])),
    sameBytes: Object.fromEntries(
      [...answers].map(([name, { text }]) => [name, text.trim() === own.text.trim()]),
    ),
  };
}

async function callsSince(): Promise<number> {
  const [port] = Object.values(shop.ports);
  return Number(await (await fetch(`http://127.0.0.1:${port}/calls`)).text());
}

type Round = { readonly cpuMs: number; readonly requestsPerSecond: number };

async function measure(query: string) {
  const measured = new Map<string, Round[]>(peers.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const peer of round % 2 === 0 ? peers : peers.toReversed()) {
      measured.get(peer.name)?.push(await fire(peer, query));
    }
  }
  const own = measured.get('finflow')?.map(({ cpuMs }) => cpuMs) ?? [];
  return Object.fromEntries(
    peers.map((peer) => {
      const results = measured.get(peer.name) ?? [];
      const cpuMs = median(results.map((result) => result.cpuMs));
      return [
        peer.name,
        {
          cpuMsPerRequest: cpuMs,
          timesOurs: rounded(cpuMs / median(own), 2),
          requestsPerSecond: median(results.map((result) => result.requestsPerSecond)),
          residentMb: Math.round(peer.residentMb()),
        },
      ];
    }),
  );
}

/** @param requests to be answered at least, in however many seconds */
async function fire(peer: Peer, query: string, requests = 0): Promise<Round> {
  const tokens = Array.from({ length: connections }, (_, index) => `Bearer caller-${index}`);
  const before = peer.cpuMs();
  const counted = await applyLoad({ url: peer.url, body: { query }, tokens, seconds, requests });
  return {
    cpuMs: (peer.cpuMs() - before) / counted.answered,
    requestsPerSecond: counted.requestsPerSecond,
  };
}
