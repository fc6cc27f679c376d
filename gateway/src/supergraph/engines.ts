import type { HTTPGraphQLResponse } from '@apollo/server';
import { log } from '@finflow/shared/log';
import type { Engine } from './engine.ts';

type Execute = Engine['graphql']['executeHTTPGraphQLRequest'];

/** What counts of an engine here. */
type Executing = Pick<Engine, 'stop'> & {
  readonly graphql: Pick<Engine['graphql'], 'executeHTTPGraphQLRequest'>;
};

/** The engine of now, and those that still finish what they began. */
export type Engines<E extends Executing = Engine> = {
  readonly current: () => E;
  /** Executed to its end by the engine that it began with, whatever comes meanwhile. */
  readonly executeHTTPGraphQLRequest: Execute;
  /** All that comes from now on goes to this one; the one before stops when its last answer is complete. */
  replace(next: E): void;
  stop(): Promise<void>;
};

export function createEngines<E extends Executing>(first: E): Engines<E> {
  let current = first;
  const running = new Map<E, number>();
  const stopping = new Set<Promise<void>>();

  function count(engine: E, by: 1 | -1): void {
    running.set(engine, (running.get(engine) ?? 0) + by);
    stopWhenIdle(engine);
  }

  function stopWhenIdle(engine: E): void {
    if (engine === current || (running.get(engine) ?? 0) > 0) return;
    running.delete(engine);
    const stopped = engine
      .stop()
      .catch((error: unknown) => void log.error('an engine did not stop', { error }));
    stopping.add(stopped);
    void stopped.finally(() => stopping.delete(stopped));
  }

  return {
    current: () => current,
    executeHTTPGraphQLRequest: async (request) => {
      const engine = current;
      count(engine, 1);
      const end = () => count(engine, -1);
      try {
        return untilComplete(await engine.graphql.executeHTTPGraphQLRequest(request), end);
      } catch (error) {
        end();
        throw error;
      }
    },
    replace: (next) => {
      const before = current;
      current = next;
      if (before !== next) stopWhenIdle(before);
    },
    stop: async () => {
      await Promise.all([...stopping, current.stop()]);
    },
  };
}

/** An answer in parts runs on after its beginning was handed over. */
function untilComplete(response: HTTPGraphQLResponse, end: () => void): HTTPGraphQLResponse {
  if (response.body.kind === 'complete') {
    end();
    return response;
  }
  return {
    ...response,
    body: { ...response.body, asyncIterator: ending(response.body.asyncIterator, end) },
  };
}

async function* ending<T>(parts: AsyncIterableIterator<T>, end: () => void) {
  try {
    yield* parts;
  } finally {
    end();
  }
}
