import { GraphQLError } from 'graphql';
import type { IncrementalAnswer } from '../../src/executor/incremental.ts';
import type { Answer } from './compare.ts';
import type { Part } from './deferring-monolith.ts';

/** The parts, as long as a client can put each where it belongs when it comes. */
export async function partsOf(answer: IncrementalAnswer): Promise<readonly Part[]> {
  if (answer.kind === 'single') return [partOf(answer.result, [])];
  const { initialResult, subsequentResults } = answer;
  const parts = [partOf(initialResult, [])];
  const told: boolean[] = [initialResult.hasNext];
  for await (const { incremental = [], hasNext } of subsequentResults) {
    told.push(hasNext);
    for (const { label, path, ...result } of incremental) {
      if (!parts.some((part) => holds(part, path)))
        throw new Error(`${path.join()} has not come yet`);
      parts.push(partOf(result, path, label));
    }
  }
  if (told.indexOf(false) !== told.length - 1) throw new Error('hasNext is false at the end alone');
  return parts;
}

const copied = (result: object): Answer => JSON.parse(JSON.stringify(result)) as Answer;

function partOf(result: object, path: Part['path'], label?: string): Part {
  const { data, errors } = copied(result);
  const own = errors?.map((error) => ({ ...error, path: error.path?.slice(path.length) }));
  return { label, path, data, errors: own };
}

/** Whether there is an object at the path, in the part itself. */
function holds({ path: start, data }: Part, path: Part['path']): boolean {
  if (!start.every((step, index) => path[index] === step)) return false;
  return isObject(at(data, path.slice(start.length)));
}

/** By which a client knows a part: of several fragments on one object it doesn't always tell them apart. */
export const placeOf = ({ label, path }: Part): string => JSON.stringify([label, path]);

/** An executor that throws answers with that error. */
export async function answerOf(
  execute: () => Promise<IncrementalAnswer>,
): Promise<IncrementalAnswer> {
  try {
    return await execute();
  } catch (error) {
    const message = error instanceof Error ? String(error.stack) : String(error);
    return { kind: 'single', result: { errors: [new GraphQLError(message)] } };
  }
}

/** As a client puts it together, with errors' paths from the root. */
export function putTogether([first, ...later]: readonly Part[]): Answer {
  const whole = { data: copied({ data: first?.data }).data };
  for (const { path, data } of later) put(at(whole.data, path), data);
  return { ...whole, errors: [first, ...later].flatMap(errorsOf) };
}

/** The same as if nothing had been deferred: a part that is null leaves nothing of its object. */
export function putTogetherWhole(parts: readonly Part[]): Answer {
  const { data, errors } = putTogether(parts);
  const root = { data };
  for (const { path, data: own } of parts) {
    const steps = ['data', ...path];
    const parent = at(root, steps.slice(0, -1));
    if (own === null && isObject(parent)) Reflect.set(parent, steps.at(-1) ?? '', null);
  }
  return { data: root.data, errors };
}

/** Whether there is an object for a deferred fragment. */
export const comesTo = ({ data }: Answer, path: Part['path']): boolean => isObject(at(data, path));

const errorsOf = (part: Part | undefined) =>
  part?.errors?.map((error) => ({
    ...error,
    path: error.path && [...part.path, ...error.path],
  })) ?? [];

const at = (root: unknown, path: Part['path']): unknown =>
  path.reduce<unknown>((value, step) => (isObject(value) ? Reflect.get(value, step) : null), root);

/** Lists too: their items are put together by index. */
function put(target: unknown, part: unknown): void {
  if (!isObject(target) || !isObject(part)) return;
  for (const [name, value] of Object.entries(part)) {
    const there: unknown = Reflect.get(target, name);
    if (isObject(there) && isObject(value)) put(there, value);
    else Reflect.set(target, name, value);
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
