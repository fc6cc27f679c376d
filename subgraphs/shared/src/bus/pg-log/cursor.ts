import { allTopics, type Place, type Spot } from '../place.ts';

/** Where in the log a reader without a group stands: everything up to this message is read. */
export interface Cursor {
  readonly transactionId: string;
  readonly position: string;
}

const positionBits = 64n;

/** Transaction and position as one number, in the order of the log. */
const offsetOf = ({ transactionId, position }: Cursor): bigint =>
  (BigInt(transactionId) << positionBits) | BigInt(position);

export const spotOf = (cursor: Cursor): Spot => ({
  series: allTopics,
  strand: 0,
  offset: offsetOf(cursor),
});

/** The place of who has read up to this message. */
export const placeAt = (cursor: Cursor): Place => ({ [allTopics]: [offsetOf(cursor) + 1n] });

/** The last message that was read; null of a place that is not of such a log. */
export function cursorAt(place: Place): Cursor | null {
  const next = place[allTopics]?.[0];
  if (!next) return null;
  const last = next - 1n;
  return {
    transactionId: String(last >> positionBits),
    position: String(BigInt.asUintN(Number(positionBits), last)),
  };
}
