import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '@finflow/shared/testing/until';
import type { OverHttpLimits } from '../../src/transports/over-http.ts';
import { overHttp } from '../../src/transports/over-http.ts';
import type { Resilience } from '../../src/transports/resilient.ts';
import { newCall, newContext, newSource, outcomeOf } from '../world/call.ts';
import { failingMoods, startChaosServer, type ChaosServer } from '../world/chaos-server.ts';

let server: ChaosServer;
let closings: (() => Promise<void>)[] = [];
beforeEach(async () => {
  server = await startChaosServer();
});
afterEach(async () => {
  await server.close();
  await Promise.all(closings.splice(0).map((close) => close()));
});

/** A source whose only subgraph is the one with moods. */
function sourceOver(
  resilience: Partial<Resilience> = {},
  limits: Partial<OverHttpLimits> = { maxAnswerBytes: 100_000 },
) {
  const books = overHttp(server.origin, limits);
  closings.push(async () => books.close?.());
  return newSource({
    transports: { books },
    resilience: { retryDelayMs: 1, failuresToOpen: 1_000, ...resilience },
  });
}

const mutation = newCall({ kind: 'mutation', query: 'mutation { pay }' });

describe.each(failingMoods)('a subgraph that %s', (mood) => {
  it('gets a query again, at most twice, and then it is an error that may be read', async () => {
    const source = sourceOver();
    server.be(mood);
    expect(await outcomeOf(source(newCall(), newContext()))).toBe('SERVICE_UNAVAILABLE');
    expect(server.asked).toHaveLength(3);
  });

  it('gets a mutation once', async () => {
    const source = sourceOver();
    await source(newCall(), newContext()); // The connection is there, and kept alive.
    server.be(mood);
    expect(await outcomeOf(source(mutation, newContext()))).toBe('SERVICE_UNAVAILABLE');
    expect(server.asked.map(({ query }) => query)).toEqual(['{ a }', 'mutation { pay }']);
  });

  it('is asked again when it has come back', async () => {
    const source = sourceOver({ failuresToOpen: 2, openMs: 1, maxOpenMs: 20 });
    server.be(mood);
    await outcomeOf(source(newCall(), newContext()));
    server.be('answers');
    const isBack = async () => (await outcomeOf(source(newCall(), newContext()))) === 'answered';
    while (!(await isBack())) await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(source(newCall(), newContext())).resolves.toHaveProperty('data.a');
  });
});

describe('a subgraph that never answers', () => {
  beforeEach(() => server.be('never answers'));

  it.each(['query', 'mutation'] as const)('is not asked twice for a %s', async (kind) => {
    const source = sourceOver({}, { callTimeoutMs: 100 });
    expect(await outcomeOf(source(newCall({ kind }), newContext()))).toBe('SERVICE_UNAVAILABLE');
    expect(server.asked.length).toBeLessThanOrEqual(1);
  });

  it("ends with the operation's deadline, and is not asked twice", async () => {
    const source = sourceOver();
    const context = newContext({ deadlineAtMs: Date.now() + 300 });
    expect(await outcomeOf(source(newCall(), context))).toBe('DEADLINE_EXCEEDED');
    expect(server.asked.length).toBeLessThanOrEqual(1);
  });

  it('is not asked at all when the deadline is over', async () => {
    const source = sourceOver();
    const context = newContext({ deadlineAtMs: Date.now() });
    expect(await outcomeOf(source(mutation, context))).toBe('DEADLINE_EXCEEDED');
    expect(server.asked).toEqual([]);
  });

  it('gets no more calls than there are connections and places in the queue', async () => {
    const source = sourceOver({}, { maxConnections: 1, maxWaiting: 1, callTimeoutMs: 300 });
    const texts = ['{ a }', '{ b }', '{ c }'];
    const outcomes = texts.map((query) => outcomeOf(source(newCall({ query }), newContext())));
    // The third is refused while the other two wait.
    expect(await Promise.race(outcomes.map(async (outcome, at) => (await outcome, at)))).toBe(2);
    expect(await Promise.all(outcomes)).toEqual(texts.map(() => 'SERVICE_UNAVAILABLE'));
    expect(server.asked.length).toBeLessThanOrEqual(2);
  });
});

describe('the circuit', () => {
  it('opens after failures in a row: nothing more is sent', async () => {
    const source = sourceOver({ failuresToOpen: 3, openMs: 60_000, maxOpenMs: 60_000 });
    server.be('hangs up');
    await outcomeOf(source(newCall(), newContext()));
    expect(server.asked).toHaveLength(3);
    server.be('answers');
    expect(await outcomeOf(source(newCall(), newContext()))).toBe('SERVICE_UNAVAILABLE');
    expect(await outcomeOf(source(mutation, newContext()))).toBe('SERVICE_UNAVAILABLE');
    expect(server.asked).toHaveLength(3);
  });

  it('is not opened by errors that the subgraph tells, nor by deadlines', async () => {
    const source = sourceOver({ failuresToOpen: 1, openMs: 60_000, maxOpenMs: 60_000 });
    server.be('never answers');
    const context = newContext({ deadlineAtMs: Date.now() + 50 });
    expect(await outcomeOf(source(newCall(), context))).toBe('DEADLINE_EXCEEDED');
    server.be('answers');
    expect(await outcomeOf(source(newCall(), newContext()))).toBe('answered');
  });

  it('lets one call try, and none wait for it', async () => {
    const source = sourceOver({ failuresToOpen: 1, openMs: 1, maxOpenMs: 1, maxRetries: 0 });
    server.be('hangs up');
    await outcomeOf(source(newCall(), newContext()));
    server.be('never answers');
    await new Promise((resolve) => setTimeout(resolve, 20));
    let isTrying = true;
    const trying = outcomeOf(source(mutation, newContext())).finally(() => {
      isTrying = false;
    });
    await until(() => server.asked.length === 2);
    expect(await outcomeOf(source(newCall(), newContext()))).toBe('SERVICE_UNAVAILABLE');
    expect(isTrying).toBe(true);
    server.hangUp();
    expect(await trying).toBe('SERVICE_UNAVAILABLE');
    expect(server.asked.map(({ query }) => query)).toEqual(['{ a }', 'mutation { pay }']);
  });
});

it('asks again for at most a tenth of the queries in a storm, beside the first ten', async () => {
  const source = sourceOver();
  server.be('hangs up');
  const texts = Array.from({ length: 300 }, (_, at) => `{ a${at}: a }`);
  await Promise.all(texts.map((query) => outcomeOf(source(newCall({ query }), newContext()))));
  expect(server.asked.length).toBeGreaterThan(300);
  expect(server.asked.length).toBeLessThanOrEqual(300 + 30 + 10);
});
