import type { Place } from '@finflow/shared/bus/place';
import type { SealedPlace } from './feed-ids.ts';

const seriesOf = (place: Place): string[] => Object.keys(place).toSorted();

/** A time (whole seconds are kept) and the offsets of a place in few bytes: LEB128, in the order of the series' names, how many each has before them. */
export function packPlace(place: Place, atMs: number): Buffer {
  const bytes: number[] = [];
  writeNumber(bytes, BigInt(Math.floor(atMs / 1_000)));
  for (const series of seriesOf(place)) {
    const offsets = place[series] ?? [];
    writeNumber(bytes, BigInt(offsets.length));
    for (const offset of offsets) writeNumber(bytes, offset);
  }
  return Buffer.from(bytes);
}

/** @param like a place of the same series as the one that was packed */
export function unpackPlace(packed: Buffer, like: Place): SealedPlace {
  const next = numbersIn(packed);
  const atMs = Number(next()) * 1_000;
  const place: Record<string, readonly bigint[]> = {};
  for (const series of seriesOf(like)) {
    place[series] = Array.from({ length: Number(next()) }, next);
  }
  return { place, atMs };
}

const low7 = 0x7fn;

function writeNumber(bytes: number[], number: bigint): void {
  let rest = number;
  for (; rest > low7; rest >>= 7n) bytes.push(Number(rest & low7) | 0x80);
  bytes.push(Number(rest));
}

function numbersIn(packed: Buffer): () => bigint {
  let at = 0;
  return () => {
    let number = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = packed[at] ?? 0;
      at += 1;
      number |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return number;
    }
  };
}
