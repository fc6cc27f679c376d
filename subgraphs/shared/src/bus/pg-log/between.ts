import type { Pool } from 'pg';
import type { StoredMessage, Stretch } from '../message-log.ts';
import { cursorAt, type Cursor } from './cursor.ts';
import { cursorOf, endOfLog, fetchAfter, toMessage } from './queries.ts';

const pageSize = 1_000;

/** The wanted messages of a stretch, oldest first; null when they are too many, or it is not of this log. */
export async function readBetween(
  pool: Pool,
  { topics, from, to, maxMessages, isWanted }: Stretch,
): Promise<readonly StoredMessage[] | null> {
  const [first, last] = [cursorAt(from), cursorAt(to)];
  if (!first || !last) return null;
  // A log that was made anew, or put back: who has read more than there is has read another one.
  const end = await endOfLog(pool);
  if (isBefore(end, first) || isBefore(end, last)) return null;
  const wanted: StoredMessage[] = [];
  let looked = 0;
  for (let after = first; ; ) {
    const rows = await fetchAfter(pool, topics, { after, upTo: last }, pageSize);
    wanted.push(...rows.map(toMessage).filter(isWanted));
    looked += rows.length;
    if (looked > maxMessages) return null;
    const read = rows.at(-1);
    if (!read || rows.length < pageSize) return wanted;
    after = cursorOf(read);
  }
}

function isBefore(one: Cursor, other: Cursor): boolean {
  const [a, b] = [BigInt(one.transactionId), BigInt(other.transactionId)];
  return a === b ? BigInt(one.position) < BigInt(other.position) : a < b;
}
