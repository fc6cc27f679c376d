import { exactKey, wordsOf } from './normalize-text.ts';
import { dayNumber, type Purchase } from './purchase.ts';
import type { Target } from './train-softmax.ts';

export type Example = Purchase & {
  readonly category: string;
  /** What the books say where nobody is named: memory believes people more. */
  readonly decidedBy?: 'PERSON' | 'BOOKS';
};

export type SoftLabels = {
  /** The distinct texts, in the order of their first example. */
  readonly texts: readonly string[];
  /** Of each example, which text it has. */
  readonly textOf: Int32Array;
  /** Of each text, the shares of its categories, newer examples counting more. */
  readonly targets: readonly Target[];
  /** Of each text, its dimmed count. */
  readonly counts: Float64Array;
};

/**
 * One row a text instead of one an example: a thousand purchases at one merchant teach the words of its name no more than a few do,
 * and training takes a tenth of the time.
 * @param halfLifeDays after so many days, counted back from the newest example, an example counts for half
 */
export function softLabels(
  examples: readonly Example[],
  indexOf: ReadonlyMap<string, number>,
  halfLifeDays: number,
): SoftLabels {
  const days = examples.map(({ date }) => dayNumber(date));
  const newest = days.reduce((latest, day) => Math.max(latest, day), Number.NEGATIVE_INFINITY);
  const rowOf = new Map<string, number>();
  const shares: Map<number, number>[] = [];
  const textOf = Int32Array.from(examples, ({ text, category }, i) => {
    const key = exactKey(wordsOf(text));
    const row = rowOf.get(key) ?? rowOf.size;
    rowOf.set(key, row);
    const share = (shares[row] ??= new Map());
    const label = indexOf.get(category);
    if (label === undefined) throw new RangeError(`No such category: ${category}`);
    const worth = 2 ** (-(newest - (days[i] ?? newest)) / halfLifeDays);
    share.set(label, (share.get(label) ?? 0) + worth);
    return row;
  });
  const counts = Float64Array.from(shares, (share) =>
    share.values().reduce((sum, n) => sum + n, 0),
  );
  const targets = shares.map((share, row) =>
    [...share].map(([label, n]) => [label, n / (counts[row] ?? 1)] as const),
  );
  return { texts: [...rowOf.keys()], textOf, targets, counts };
}
