import { withDefer } from '../../src/supergraph/defer-directive.ts';
import { trespassIn, type Difference, type Trial, type World } from './campaign.ts';
import { differenceOf, normalized, sentencesOf, type Answer } from './compare.ts';
import { canonical } from './data.ts';
import { createDeferringMonolith, type Part } from './deferring-monolith.ts';
import { generateOperation } from './generate-operation.ts';
import type { Operation } from './monolith.ts';
import { answerOf, partsOf, placeOf, putTogether } from './parts.ts';
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
  const { composed, monolith, gateway, rights } = world;
  const ask = createDeferringMonolith(composed, monolith);
  const expected = await ask(operation, newRun(rights?.refuses));
  const run = newRun(rights?.refuses);
  const answer = await answerOf(() => gateway.executeInParts(operation, run));
  const mayDefer = expected.length > 1;
  if (mayDefer) count[answer.kind === 'single' ? 'inOnePiece' : 'inParts'] += 1;
  const actual = await partsOf(answer);
  const found = differenceOfParts(expected, actual);
  const mayBeWhole = mayDefer && (answer.kind === 'single' || !actual.every(isPartOf(expected)));
  const difference =
    found && mayBeWhole ? await differenceOfWhole(world, operation, actual) : found;
  return difference ? { ...difference, calls: run.calls } : trespassIn(run);
}

/**
 * What has no key comes with what is around it, though it is deferred. When a null bubbles up from it inside the subgraph, that part is
 * as if it hadn't been deferred.
 */
const isPartOf =
  (expected: readonly Part[]) =>
  (part: Part): boolean =>
    expected.some((own) => placeOf(own) === placeOf(part) && isSameData(own, part));

const isSameData = (expected: Part, actual: Part): boolean =>
  JSON.stringify(expected.data) === JSON.stringify(actual.data);

/** What comes in parts stands in the order in which it came. */
async function differenceOfWhole(
  { monolith, rights }: World,
  operation: Operation,
  actual: readonly Part[],
): Promise<Omit<Difference, 'calls'> | null> {
  const truth = await monolith.execute(operation, newRun(rights?.refuses));
  const whole = putTogether(actual);
  return actual.length > 1
    ? differenceOf(withSortedData(truth), withSortedData(whole))
    : differenceOf(truth, whole);
}

const withSortedData = (answer: Answer): Answer =>
  JSON.parse(JSON.stringify({ ...answer, data: JSON.parse(canonical(answer.data)) })) as Answer;

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
