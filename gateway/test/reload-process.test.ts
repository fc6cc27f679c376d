import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newViewerKeys } from '@finflow/shared/signed-viewer';
import { freePort } from '@finflow/shared/testing/free-port';
import { createTestDatabase, type TestDatabase } from '@finflow/shared/testing/postgres';
import { idOf } from '../src/persisted/manifest.ts';

const own = readFileSync(`${import.meta.dirname}/../supergraph.graphql`, 'utf8');
const patienceMs = 120_000;

let database: TestDatabase;
let folder: string;
let file: string;
let child: ChildProcess;
let origin: string;
let log = '';

/** The gateway as operators start it; the subgraphs are down, which no supergraph asks about. */
beforeAll(async () => {
  database = await createTestDatabase('gateway_reload');
  folder = mkdtempSync(join(tmpdir(), 'finflow-reload-'));
  file = join(folder, 'supergraph.graphql');
  writeFileSync(file, own);
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const nowhere = 'http://127.0.0.1:9';
  child = spawn(process.execPath, [`${import.meta.dirname}/../src/main.ts`], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      AUTH_URL: nowhere,
      PAYMENTS_URL: nowhere,
      ACCOUNTING_URL: nowhere,
      ANALYTICS_URL: nowhere,
      GATEWAY_SIGNING_KEY: newViewerKeys().signingKey,
      PAYMENT_LINK_SECRET: 'a secret that is long enough to be one',
      EVENTS_DATABASE_URL: database.ownerUrl,
      GATEWAY_SUPERGRAPH_FILE: file,
      INTROSPECTION: 'everybody',
    },
  });
  child.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  await toServe(own);
}, patienceMs);
afterAll(async () => {
  if (child.exitCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(folder, { recursive: true });
  await database.close();
});

async function metrics(): Promise<string> {
  if (child.exitCode !== null) throw new Error(`The gateway ended:\n${log}`);
  return fetch(`${origin}/metrics`).then(
    (response) => response.text(),
    () => '', // It does not listen yet.
  );
}

async function toShow(pattern: RegExp): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!pattern.test(await metrics())) {
    if (Date.now() > deadline) throw new Error(`${pattern.source} did not show:\n${log}`);
    await delay(50);
  }
}
const toServe = (sdl: string) =>
  toShow(new RegExp(`^finflow_gateway_supergraph_info{hash="${idOf(sdl)}"} 1$`, 'm'));

const described = (words: string) => own.replace(/\ntype Query\b/, `\n"""${words}"""\ntype Query`);

async function descriptionOfQuery(): Promise<unknown> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __type(name: "Query") { description } }' }),
  });
  return response.json();
}

it(
  'takes up the file that took its place, by itself and on SIGHUP, and never a bad one',
  async () => {
    writeFileSync(join(folder, 'next'), described('first'));
    renameSync(join(folder, 'next'), file);
    await toServe(described('first'));
    expect(await descriptionOfQuery()).toEqual({ data: { __type: { description: 'first' } } });

    writeFileSync(file, own.slice(0, 20_000));
    await toShow(/^finflow_gateway_supergraph_reloads_total{outcome="refused"} [1-9]/m);
    expect(await descriptionOfQuery()).toEqual({ data: { __type: { description: 'first' } } });

    writeFileSync(file, described('second'));
    child.kill('SIGHUP');
    await toServe(described('second'));
    expect(await descriptionOfQuery()).toEqual({ data: { __type: { description: 'second' } } });

    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect([code, log.includes('supergraph refused, the one before goes on')]).toEqual([0, true]);
  },
  3 * patienceMs,
);
