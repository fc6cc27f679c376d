import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from '@jest/globals';
import { until } from '@finflow/shared/testing/until';
import { overHttp } from '../../src/transports/over-http.ts';
import { newCall, newContext, newSource, outcomeOf } from '../world/call.ts';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** Starts the subgraph's process; `asked` grows by what it is asked. */
async function startSubgraph(port: number) {
  const script = `${import.meta.dirname}/../world/mortal-subgraph.ts`;
  const child = spawn(process.execPath, [script, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const lines = createInterface(child.stdout);
  const [line] = (await once(lines, 'line')) as [string];
  const asked: string[] = [];
  lines.on('line', (text) => asked.push(text));
  return { port: Number(line), asked, died: once(child, 'exit') };
}

it.each([
  ['mutation { death }', 'mutation', 1],
  ['{ death }', 'query', 1],
] as const)(
  'outlives a subgraph that is killed while it answers %s',
  async (query, kind, times) => {
    const first = await startSubgraph(0);
    const books = overHttp(`http://127.0.0.1:${first.port}`);
    const source = newSource({
      transports: { books },
      resilience: { retryDelayMs: 1, failuresToOpen: 2, openMs: 5, maxOpenMs: 20 },
    });
    expect(await outcomeOf(source(newCall(), newContext()))).toBe('answered');
    expect(await outcomeOf(source(newCall({ query, kind }), newContext()))).toBe(
      'SERVICE_UNAVAILABLE',
    );
    await first.died;
    expect(first.asked.filter((text) => text === query)).toHaveLength(times);
    expect(await outcomeOf(source(newCall(), newContext()))).toBe('SERVICE_UNAVAILABLE');
    const second = await startSubgraph(first.port);
    await until(async () => (await outcomeOf(source(newCall(), newContext()))) === 'answered');
    expect(second.asked).not.toContain(query); // Nobody sent it a second time.
    await books.close?.();
  },
);
