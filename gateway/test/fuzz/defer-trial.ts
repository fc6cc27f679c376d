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
  const difference =
    answer.kind === 'single' && mayDefer
      ? differenceOf(await monolith.execute(operation, newRun()), copied(answer.result))
      : differenceOfParts(expected, await partsOf(answer));
  return difference && { ...difference, calls: run.calls };
}

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
  let value: unknown = data;
  for (const step of path.slice(start.length)) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  }
  return typeof value === 'object' && value !== null;
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
