import { GraphQLError } from 'graphql';
import type { IncrementalAnswer } from '../../src/executor/incremental.ts';
import { withDefer } from '../../src/supergraph/defer-directive.ts';
import type { Difference, Trial, World } from './campaign.ts';
import { differenceOf, normalized, sentencesOf, type Answer } from './compare.ts';
import { createDeferringMonolith, type Part } from './deferring-monolith.ts';
import { generateOperation } from './generate-operation.ts';
import type { Operation } from './monolith.ts';
import { newRun } from './resolve.ts';

/** How often answers came in parts, as a gateway that never defers would be right as well. */
export type DeferCount = { inParts: number; inOnePiece: number };

/** Operations with deferred fragments, asked by a client that takes parts. */
export const deferTrial = (count: DeferCount): Trial => ({
  generate: ({ monolith }, random) => generateOperation(withDefer(monolith.schema), random, true),
  schemaOf: ({ monolith }) => withDefer(monolith.schema),
  differenceIn: (world, operation) => differenceInParts(world, operation, count),
});

async function differenceInParts(
  world: World,
  operation: Operation,
  count: DeferCount,
): Promise<Difference | null> {
  const { composed, monolith, gateway } = world;
  const expected = await createDeferringMonolith(composed, monolith)(operation, newRun());
  const run = newRun();
  const answer = await answerOf(() => gateway.executeInParts(operation, run));
  const mayDefer = expected.length > 1;
  if (mayDefer) count[answer.kind === 'single' ? 'inOnePiece' : 'inParts'] += 1;
  const actual = await partsOf(answer);
  const mayBeWhole = mayDefer && (answer.kind === 'single' || !isSameData(expected, actual));
  const difference = mayBeWhole
    ? differenceOf(await monolith.execute(operation, newRun()), putTogether(actual))
    : differenceOfParts(expected, actual);
  return difference && { ...difference, calls: run.calls };
}

/**
 * What has no key comes with the first answer, though it is deferred. When a null bubbles up from it inside the subgraph, the first
 * answer is as if it hadn't been deferred.
 */
const isSameData = ([expected]: readonly Part[], [actual]: readonly Part[]): boolean =>
  JSON.stringify(expected?.data) === JSON.stringify(actual?.data);

/** As a client puts it together, with errors' paths from the root. */
function putTogether([first, ...later]: readonly Part[]): Answer {
  const whole = { data: copied({ data: first?.data }).data };
  for (const { path, data } of later) put(at(whole.data, path), data);
  return { ...whole, errors: [first, ...later].flatMap(errorsOf) };
}

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

/** An executor that throws answers with that error. */
async function answerOf(execute: () => Promise<IncrementalAnswer>): Promise<IncrementalAnswer> {
  try {
    return await execute();
  } catch (error) {
    const message = error instanceof Error ? String(error.stack) : String(error);
    return { kind: 'single', result: { errors: [new GraphQLError(message)] } };
  }
}

/** The parts, as long as a client can put each where it belongs when it comes. */
async function partsOf(answer: IncrementalAnswer): Promise<readonly Part[]> {
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

/** The first part comes first, the others in any order. */
function differenceOfParts(
  expected: readonly Part[],
  actual: readonly Part[],
): Omit<Difference, 'calls'> | null {
  const [truth, answer] = [textOf(expected), textOf(actual)];
  if (truth === answer) return null;
  return { expected: truth, actual: answer, sentences: actual.flatMap(sentencesOf) };
}

const textOf = ([first, ...later]: readonly Part[]): string =>
  [first ? partText(first) : '', ...later.map(partText).toSorted()].join('\n');

const partText = (part: Part): string =>
  `${part.label ?? 'part'} at ${part.path.join('.')}: ${normalized(part)}`;
