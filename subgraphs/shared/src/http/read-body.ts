import type { IncomingMessage } from 'node:http';
import { wholeBody } from './whole-body.ts';

/** The sender went away before the whole request was there: nobody is left to answer, and nothing is wrong here. */
export class SenderGone extends Error {
  override readonly name = 'SenderGone';
}

/** Beyond this the sender is cut off, answer or no answer. */
export const maxDiscardedBytes = 128 * 1024 * 1024;

/**
 * The whole body; null when it is larger than `maxBytes`. The surplus is read and thrown away: a client that is cut off while
 * it is sending never sees the answer that says why.
 * @throws SenderGone when the connection ends before the body does
 */
export function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const gone = (cause?: Error) =>
      reject(new SenderGone('The sender went away while it was sending', { cause }));
    if (incoming.destroyed) return gone(); // Nothing more will be heard of it.
    // Events, for an asynchronous iterator costs more than a small body.
    incoming
      .on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= maxBytes) chunks.push(chunk);
        else chunks.length = 0;
        if (size <= maxDiscardedBytes) return;
        resolve(null);
        incoming.destroy();
      })
      .once('end', () => {
        incoming.off('close', gone);
        resolve(size <= maxBytes ? wholeBody(chunks) : null);
      })
      .once('error', gone)
      .once('close', gone);
  });
}
