/**
 * Asks one question again and again, from a process of its own, by as many connections as there are tokens:
 *
 *   node bench/load.ts '{"url": "...", "body": {...}, "tokens": ["Bearer ..."], "seconds": 5}'
 *
 * Prints what it counted as JSON. An answer that is not 200 or that holds errors ends it.
 */
import { Pool } from 'undici';
import type { Counted, Load } from './apply-load.ts';
import { percentile, rounded } from './statistics.ts';

const load = JSON.parse(process.argv[2] ?? '') as Load;
const { origin, pathname } = new URL(load.url);
const pool = new Pool(origin, { connections: load.tokens.length });
const body = JSON.stringify(load.body);
const startedMs = performance.now();
const untilMs = startedMs + load.seconds * 1_000;
let lacking = load.requests ?? 0;
const spans = await Promise.all(load.tokens.map(askUntil));
const seconds = (performance.now() - startedMs) / 1_000;
await pool.close();
const tookMs = spans.flat();
const counted: Counted = {
  answered: tookMs.length,
  requestsPerSecond: tookMs.length / seconds,
  p50Ms: rounded(percentile(tookMs, 0.5), 1),
  p99Ms: rounded(percentile(tookMs, 0.99), 1),
};
process.stdout.write(JSON.stringify(counted));

/** Milliseconds that each answer took. */
async function askUntil(authorization: string): Promise<number[]> {
  const tookMs: number[] = [];
  while (lacking > 0 || performance.now() < untilMs) {
    const askedMs = performance.now();
    const answer = await pool.request({
      method: 'POST',
      path: pathname,
      headers: { 'content-type': 'application/json', authorization },
      body,
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200 || text.includes('"errors"')) throw new Error(text.slice(0, 500));
    lacking -= 1;
    tookMs.push(performance.now() - askedMs);
  }
  return tookMs;
}
