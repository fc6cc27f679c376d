import { randomFillSync } from 'node:crypto';

const pool = Buffer.allocUnsafe(8 * 1024);
let given = pool.length;

/**
 * Random bytes of the system's generator. They are fetched in bulk, because asking for a few costs more than using them; no byte is given out
 * twice. The buffer is the caller's own.
 * @param count 1 to 64
 */
export function randomPart(count: number): Buffer {
  if (given + count > pool.length) {
    randomFillSync(pool);
    given = 0;
  }
  const part = Buffer.from(pool.subarray(given, given + count));
  pool.fill(0, given, given + count);
  given += count;
  return part;
}
