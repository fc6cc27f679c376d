import { wholeBody } from '@finflow/shared/http/whole-body';
import type { Dispatcher } from 'undici';
import type { PoolAnswer } from './http-pool.ts';

/** How long one request goes on. */
export type RequestLife = {
  /** Begins to watch for the moment in which the request is to be given up, also one that still waits for a connection. */
  readonly begin: (abort: (reason: Error) => void) => void;
  /** The request is over, once. */
  readonly end: () => void;
  /** What it means that a connection can't be made or breaks. */
  readonly broken: (cause: unknown) => Error;
};

/**
 * Sends one request and collects its answer. A stream of the body, as `pool.request` makes one, costs more than a small answer. A
 * function that waits for another costs as well: so this is one promise, which the dispatcher's events settle.
 * @throws what `broken` makes of the dispatcher's error, or the reason of the abort
 */
export function collectAnswer(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  { begin, end, broken }: RequestLife,
): Promise<PoolAnswer> {
  return new Promise((resolve, reject) => {
    let running: Dispatcher.DispatchController | null = null;
    let aborted: Error | null = null;
    let isOver = false;
    let status = 0;
    let headers: PoolAnswer['headers'] = {};
    const pieces: Buffer[] = [];
    const over = () => {
      if (!isOver) end();
      isOver = true;
    };
    const fail = (reason: Error) => {
      over();
      reject(reason);
    };
    begin((reason) => {
      aborted = reason;
      fail(reason);
      running?.abort(reason);
    });
    dispatcher.dispatch(request, {
      onRequestStart: (controller) => {
        running = controller;
        if (aborted) controller.abort(aborted);
      },
      onResponseStart: (_controller, statusCode, fields) => {
        status = statusCode;
        headers = fields;
      },
      onResponseData: (_controller, piece) => {
        pieces.push(piece);
      },
      onResponseEnd: () => {
        over();
        resolve({ status, headers, body: wholeBody(pieces) });
      },
      onResponseError: (_controller, error) => fail(broken(error)),
    });
  });
}
