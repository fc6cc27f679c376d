/** As a client reads it. */
export type Answer = {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[] | undefined;
};

export type AnswerError = {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
};

/**
 * How two answers differ, or null. What is compared:
 * - data, exactly, with the order of its fields (the specification asks for the order of the operation);
 * - each error whose position is still in the answer, by path and code, with its multiplicity;
 * - for errors below a position that a non-null field set to null, only that there are some: of several the specification
 *   lets an executor drop all but one, and graphql-js itself keeps whichever came first.
 * Sentences are not compared, codes are. An error that graphql-js makes itself has none, and a gateway marks what came from a
 * subgraph without one; both count as a fault. Its sentence quotes the subgraph's own text, in which arguments are in another order.
 */
export function differenceOf(truth: Answer, answer: Answer): Difference | null {
  const [expected, actual] = [normalized(truth), normalized(answer)];
  return expected === actual ? null : { expected, actual, sentences: sentencesOf(answer) };
}

export type Difference = {
  /** JSON of both answers, of which only what is compared is left. */
  readonly expected: string;
  readonly actual: string;
  /** Of the gateway's errors. */
  readonly sentences: readonly string[];
};

export const sentencesOf = ({ errors = [] }: Answer): readonly string[] =>
  errors.map(({ message }) => message);

/** What is compared of an answer: equal texts for answers that are equally right. */
export function normalized({ data, errors = [] }: Answer): string {
  const places = errors.map(({ path, extensions }) => {
    const code = extensions?.['code'];
    const isCoded = typeof code === 'string' && code !== 'DOWNSTREAM_SERVICE_ERROR';
    return placeOf(data, path, isCoded ? code : 'fault');
  });
  const kept = places.filter(({ bubbled }) => !bubbled).map(({ text }) => text);
  const bubbled = new Set(places.filter((place) => place.bubbled).map(({ text }) => text));
  return JSON.stringify({ data, errors: [...kept, ...bubbled].toSorted() }, null, 1);
}

type Place = { readonly text: string; readonly bubbled: boolean };

/** Where in the answer an error is: at its own position, or at the null that it became further up. */
function placeOf(
  data: unknown,
  path: readonly (string | number)[] | undefined,
  code: string,
): Place {
  if (path === undefined) return { text: `nowhere: ${code}`, bubbled: false };
  let value = data;
  for (const [depth, step] of path.entries()) {
    if (value === null) return { text: `below ${path.slice(0, depth).join('.')}`, bubbled: true };
    if (typeof value !== 'object' || !(step in (value as object))) {
      return { text: `${path.join('.')} is not in the answer: ${code}`, bubbled: false };
    }
    value = (value as Record<string | number, unknown>)[step];
  }
  return { text: `${path.join('.')}: ${code}`, bubbled: false };
}
