import type { Dispatcher } from 'undici';
import type { PoolAnswer } from './http-pool.ts';

/**
 * Sends one request and collects its answer. A stream of the body, as `pool.request` makes one, costs more than a small answer.
 * @param until aborts the request, also one that still waits for a connection
 * @throws what the dispatcher says of a connection that can't be made or breaks, or the reason of the abort
 */
export function collectAnswer(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  until: (abort: (reason: Error) => void) => void,
): Promise<PoolAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<PoolAnswer>();
  let running: Dispatcher.DispatchController | null = null;
  let aborted: Error | null = null;
  let head: Pick<PoolAnswer, 'status' | 'headers'> = { status: 0, headers: {} };
  const chunks: Buffer[] = [];
  until((reason) => {
    aborted = reason;
    reject(reason);
    running?.abort(reason);
  });
  dispatcher.dispatch(request, {
    onRequestStart: (controller) => {
      running = controller;
      if (aborted) controller.abort(aborted);
    },
    onResponseStart: (_controller, status, headers) => {
      head = { status, headers };
    },
    onResponseData: (_controller, chunk) => {
      chunks.push(chunk);
    },
    onResponseEnd: () => resolve({ ...head, body: whole(chunks) }),
    onResponseError: (_controller, error) => reject(error),
  });
  return promise;
}

const whole = (chunks: readonly Buffer[]): Buffer => {
  const [first = Buffer.alloc(0)] = chunks;
  return chunks.length > 1 ? Buffer.concat(chunks) : first;
};
