/** Where one message stands in a log. Messages of one strand have one order, the same for all who read them; strands have none among each other. */
export interface Spot {
  /** The topic whose strands are counted, or `allTopics` of a log in which all topics have one order. */
  readonly series: string;
  readonly strand: number;
  readonly offset: bigint;
}

/** The series of a log that has one order for all its topics. */
export const allTopics = '*';

/** How far somebody has read: by series, of each strand the first offset that he has not read. */
export type Place = Readonly<Record<string, readonly bigint[]>>;

export const hasRead = (place: Place, { series, strand, offset }: Spot): boolean =>
  offset < (place[series]?.[strand] ?? 0n);

/** The place after that message. Never back: a message that comes a second time changes nothing. */
export function advance(place: Place, spot: Spot): Place {
  if (hasRead(place, spot)) return place;
  const { series, strand, offset } = spot;
  const strands = [...(place[series] ?? [])];
  while (strands.length < strand) strands.push(0n); // Strands may be added while somebody reads.
  strands[strand] = offset + 1n;
  return { ...place, [series]: strands };
}

/** Whether the one has read everything that the other has. */
export const covers = (one: Place, other: Place): boolean =>
  Object.entries(other).every(([series, strands]) =>
    strands.every((offset, strand) => offset <= (one[series]?.[strand] ?? 0n)),
  );

/** What both have read together. */
export const furthest = (one: Place, other: Place): Place =>
  combined(one, other, (a, b) => (a > b ? a : b));

/** What each of them has read. Of a series that only one of them knows, what that one has. */
export const nearest = (one: Place, other: Place): Place =>
  combined(one, other, (a, b) => (a < b ? a : b));

function combined(one: Place, other: Place, choose: (a: bigint, b: bigint) => bigint): Place {
  const both: Record<string, readonly bigint[]> = { ...one };
  for (const [series, strands] of Object.entries(other)) {
    const known = one[series] ?? strands;
    const longer = known.length > strands.length ? known : strands;
    both[series] = longer.map((_, index) => choose(known[index] ?? 0n, strands[index] ?? 0n));
  }
  return both;
}

/** The part of a place that reading these topics moves. */
export const within = (place: Place, topics: readonly string[]): Place =>
  Object.fromEntries(
    Object.entries(place).filter(([series]) => series === allTopics || topics.includes(series)),
  );
