import type { IncomingMessage } from 'node:http';

/** Beyond this the sender is cut off, answer or no answer. */
const maxDiscardedBytes = 512 * 1024 * 1024;

/**
 * The whole body; null when it is larger than `maxBytes`. The surplus is read and thrown away: a client that is cut off while
 * it is sending never sees the answer that says why.
 */
export async function readBody(
  incoming: IncomingMessage,
  maxBytes: number,
): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    if (size > maxDiscardedBytes) break;
  }
  return size <= maxBytes ? Buffer.concat(chunks) : null;
}
