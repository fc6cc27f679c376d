import type { Answer, AnswerError } from './compare.ts';

type Path = readonly (string | number)[];

/**
 * What is wrong with an answer of which parts got lost, or null: it may have null where the truth has more, if an error along the way
 * says so, and differ in nothing else. An error without a path is along no way.
 */
export function unsoundness(truth: Answer, answer: Answer): string | null {
  const nulls: Path[] = [];
  const wrong = differing(truth.data, answer.data, [], nulls);
  if (wrong) return `${textOf(wrong)} is neither as it is nor null`;
  const errors = answer.errors ?? [];
  const silent = nulls.find((path) => !errors.some((error) => isAlong(error, path)));
  if (silent) return `nothing says why ${textOf(silent)} is null`;
  const untold = (truth.errors ?? [])
    .map(({ path = [] }) => whereNull(answer.data, path))
    .find((path) => !errors.some((error) => isAlong(error, path)));
  return untold ? `nothing tells of ${textOf(untold)}` : null;
}

/** As far as the path leads to anything. */
function whereNull(data: unknown, path: Path): Path {
  let value = data;
  for (const [depth, step] of path.entries()) {
    if (!isObject(value)) return path.slice(0, depth);
    value = Reflect.get(value, step);
  }
  return path;
}

/** The first position that is another; those that are null are added to the list. */
function differing(truth: unknown, actual: unknown, at: Path, nulls: Path[]): Path | null {
  if (actual === null) {
    if (truth !== null) nulls.push(at);
    return null;
  }
  if (!isObject(truth) || !isObject(actual)) return truth === actual ? null : at;
  const [names, ours] = [Object.keys(truth), Object.keys(actual)];
  if (Array.isArray(truth) !== Array.isArray(actual)) return at;
  if (names.join('\0') !== ours.join('\0')) return at;
  for (const name of names) {
    const step = Array.isArray(truth) ? Number(name) : name;
    const wrong = differing(
      Reflect.get(truth, name),
      Reflect.get(actual, name),
      [...at, step],
      nulls,
    );
    if (wrong) return wrong;
  }
  return null;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether one of the two leads to the other. */
const isAlong = ({ path }: AnswerError, other: Path): boolean => {
  if (path === undefined) return false;
  const shared = Math.min(path.length, other.length);
  return path.slice(0, shared).every((step, index) => step === other[index]);
};

const textOf = (path: Path): string => path.join('.') || 'the answer';
