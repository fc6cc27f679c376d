import type { ServerResponse } from 'node:http';
import { log } from '../log.ts';
import { once } from '../once.ts';
import type { StreamedBody } from './route.ts';

/** A reader that takes nothing for so long is cut off, or its connection would be kept for ever. */
const defaultStalledMs = 30_000;

/**
 * Sends the parts of a body as they come, after the head was written. Asks for the next part only when the reader has taken the last
 * one. Ends the iteration when the reader leaves or stalls; a body that fails is cut off and logged. Resolves when it is over.
 */
export async function sendInParts(
  outgoing: ServerResponse,
  body: StreamedBody,
  stalledMs = defaultStalledMs,
): Promise<void> {
  const parts = body[Symbol.asyncIterator]();
  const leave = once(async () => parts.return?.());
  const onClose = () => void leave().catch(logged);
  outgoing.once('close', onClose);
  try {
    if (outgoing.req.method !== 'HEAD') await pump(outgoing, parts, stalledMs);
    await leave();
    outgoing.end();
  } catch (error) {
    logged(error);
    outgoing.destroy();
  } finally {
    outgoing.off('close', onClose);
  }
}

/** Ends a body that nobody will read. */
export function discard(body: StreamedBody): void {
  const end = async () => body[Symbol.asyncIterator]().return?.();
  end().catch(logged);
}

async function pump(
  outgoing: ServerResponse,
  parts: AsyncIterator<string | Buffer>,
  stalledMs: number,
): Promise<void> {
  outgoing.flushHeaders();
  for (;;) {
    const { done, value } = await parts.next();
    if (done || outgoing.destroyed) return;
    if (!outgoing.write(value)) await taken(outgoing, stalledMs);
  }
}

/** Resolves when the reader has taken what was written, or is gone. */
function taken(outgoing: ServerResponse, stalledMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stalled = setTimeout(() => outgoing.destroy(), stalledMs);
  outgoing.once('drain', resolve).once('close', resolve);
  return promise.finally(() => {
    clearTimeout(stalled);
    outgoing.off('drain', resolve).off('close', resolve);
  });
}

const logged = (error: unknown) => log.error('an answer in parts failed', { error });
