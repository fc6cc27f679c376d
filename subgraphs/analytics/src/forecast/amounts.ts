/** A minor-unit amount for statistics, which are made in floating point: exact up to 2^53, some ninety million million euros. */
export const toFloat = (minor: bigint): number => Number(minor);

/**
 * The nearest minor unit of what statistics say. Here, and nowhere else, figures become amounts again.
 * @throws RangeError for NaN and infinity: no forecast may say them
 */
export const toMinor = (value: number): bigint => BigInt(Math.round(value));
