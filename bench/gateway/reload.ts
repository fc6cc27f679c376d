/**
 * What a change of the supergraph does to who asks meanwhile: the longest stop of the event loop, the slowest answer, and the time until the
 * new schema serves, of FinFlow's gateway and of stock `@apollo/gateway`, each with FinFlow's own supergraph:
 *
 *   npx node bench/gateway/reload.ts [reloads] [connections]
 *
 * Needs the peers of bench/gateway/run.ts. Each gateway is one process, as production runs it; this process asks, on each connection one
 * question after the other with a pause between them. The question tells which schema answered, and needs no subgraph. Ours makes the plans of
 * the web app's operations before the new schema serves; stock makes none, and its stops are those of the schema alone.
 */
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { executableSupergraph } from '@finflow/gateway/supergraph/executable-supergraph';
import { startPostgresServer } from '@finflow/shared/testing/postgres-server';
import { Pool } from 'undici';
import { conditions } from '../embedded-house.ts';
import { print } from '../print.ts';
import { median, rounded } from '../statistics.ts';
import { startOurs, startStock, type Reloadable } from './peers/start-reloadable.ts';

const [reloads = 10, connections = 20] = process.argv.slice(2).map(Number);
const pauseMs = 20;
const patienceMs = 120_000;
/** What is done after the new schema serves, such as stopping the one before, counts too. */
const settledMs = 500;

const own = readFileSync(resolve(import.meta.dirname, '../../gateway/supergraph.graphql'), 'utf8');
const described = (words: string) => own.replace(/\ntype Query\b/, `\n"""${words}"""\ntype Query`);
const question = { query: '{ __typename __type(name: "Query") { description } }' };

type Reloaded = {
  readonly servesAfterMs: number;
  readonly longestStopMs: number;
  readonly slowestAnswerMs: number;
  readonly cpuMs: number;
};

const figures = ['servesAfterMs', 'longestStopMs', 'slowestAnswerMs', 'cpuMs'] as const;

const folder = mkdtempSync(join(tmpdir(), 'finflow-bench-'));
const postgres = await startPostgresServer();
try {
  print({ ...conditions(), reloads, connections });
  print({ finflow: await measure(startOurs, (sdl) => sdl) });
  // Stock refuses a supergraph that says it should enforce rights.
  print({ stock: await measure(startStock, executableSupergraph) });
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true });
}

async function measure(start: typeof startOurs, formOf: (sdl: string) => string) {
  const supergraphFile = join(folder, `${start.name}.graphql`);
  writeFileSync(supergraphFile, formOf(own));
  const gateway = await start({ supergraphFile, databaseUrl: postgres.superuserUrl });
  const asking = ask(gateway.url);
  try {
    await delay(5_000); // The plans of the start are made, and the code is warm.
    const atRest = await rested(gateway, asking);
    const results: Reloaded[] = [];
    for (let count = 1; count <= reloads; count += 1) {
      const words = `number ${count}`;
      writeFileSync(`${supergraphFile}.next`, formOf(described(words)));
      renameSync(`${supergraphFile}.next`, supergraphFile);
      results.push(await reloaded(gateway, asking, words));
    }
    return { atRest, first: results[0], ...summaryOf(results), answered: asking.answered() };
  } finally {
    await asking.stop();
    await gateway.stop();
  }
}

function summaryOf(results: readonly Reloaded[]) {
  return Object.fromEntries(
    figures.map((figure) => {
      const values = results.map((result) => result[figure]);
      return [
        figure,
        { median: rounded(median(values), 0), most: rounded(Math.max(...values), 0) },
      ];
    }),
  );
}

async function rested(gateway: Reloadable, asking: Asking) {
  await gateway.loopStops();
  asking.slowestMs();
  await delay(1_000);
  const { longestMs } = await gateway.loopStops();
  return { longestStopMs: rounded(longestMs, 0), slowestAnswerMs: rounded(asking.slowestMs(), 0) };
}

async function reloaded(gateway: Reloadable, asking: Asking, words: string): Promise<Reloaded> {
  await gateway.loopStops();
  asking.slowestMs();
  const beganMs = performance.now();
  gateway.reload();
  const servesAfterMs = (await asking.told(words)) - beganMs;
  await delay(settledMs);
  const { longestMs, cpuMs } = await gateway.loopStops();
  return { servesAfterMs, longestStopMs: longestMs, slowestAnswerMs: asking.slowestMs(), cpuMs };
}

type Asking = ReturnType<typeof ask>;

/** Asks until it is stopped. A connection that is refused, or an answer with errors, ends the bench: no request may be lost. */
function ask(url: string) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  let isOver = false;
  let answered = 0;
  let slowestMs = 0;
  let waiting: { readonly words: string; readonly tell: (atMs: number) => void } | null = null;
  const askOn = async () => {
    while (!isOver) {
      const beganMs = performance.now();
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: pathname,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(question),
      });
      const text = await body.text();
      if (statusCode !== 200 || text.includes('"errors"')) throw new Error(text.slice(0, 500));
      const nowMs = performance.now();
      answered += 1;
      slowestMs = Math.max(slowestMs, nowMs - beganMs);
      if (waiting && text.includes(`"${waiting.words}"`)) waiting.tell(nowMs);
      await delay(pauseMs);
    }
  };
  const clients = Promise.all(Array.from({ length: connections }, askOn));
  return {
    answered: () => answered,
    /** Since it was asked last. */
    slowestMs: () => {
      const slowest = slowestMs;
      slowestMs = 0;
      return slowest;
    },
    /** When the first answer by the schema with these words came. */
    told: async (words: string) => {
      const told = new Promise<number>((tell) => (waiting = { words, tell }));
      const late = delay(patienceMs, null, { ref: false }).then(() => {
        throw new Error(`The schema "${words}" does not serve`);
      });
      return Promise.race([told, late, clients.then(() => Number.NaN)]);
    },
    stop: async () => {
      isOver = true;
      await clients;
      await pool.close();
    },
  };
}
