import { withDefer } from '../../src/supergraph/defer-directive.ts';
import type { Difference, Trial, World } from './campaign.ts';
import { sentencesOf } from './compare.ts';
import { createDeferringMonolith, type Part } from './deferring-monolith.ts';
import { breakageOf, generateQuery, type BrokenCount } from './failure-trial.ts';
import { generateOperation } from './generate-operation.ts';
import type { Operation } from './monolith.ts';
import { answerOf, comesTo, partsOf, placeOf, putTogether, putTogetherWhole } from './parts.ts';
import { newRun } from './resolve.ts';
import { unsoundness } from './sound.ts';

/** Deferred queries of which calls to subgraphs fail. Each part must be sound, and each that is expected come, unless its object is null. */
export const deferFailureTrial = (count: BrokenCount): Trial => ({
  generate: ({ monolith }, random) =>
    generateQuery(() => generateOperation(withDefer(monolith.schema), random, true)),
  schemaOf: ({ monolith }) => withDefer(monolith.schema),
  differenceIn: (world, operation) => unsoundnessInParts(world, operation, count),
});

async function unsoundnessInParts(
  { composed, monolith, gateway }: World,
  operation: Operation,
  count: BrokenCount,
): Promise<Difference | null> {
  const expected = await createDeferringMonolith(composed, monolith)(operation, newRun());
  const run = newRun(undefined, breakageOf);
  const actual = await partsOf(await answerOf(() => gateway.executeInParts(operation, run)));
  if (actual.length > 1 && run.calls.some((call) => call.endsWith('breaks'))) count.answers += 1;
  const problem = unsoundnessOf(expected, actual);
  if (problem === null) return null;
  // What has no key comes with the first answer, though it is deferred.
  const truth = await monolith.execute(operation, newRun());
  const whole = unsoundness(copied(truth), putTogetherWhole(actual));
  if (expected.length > 1 && whole === null) return null;
  return {
    expected: `${problem}\n${whole}\n${JSON.stringify(expected, null, 1)}`,
    actual: JSON.stringify(actual, null, 1),
    sentences: actual.flatMap(sentencesOf),
    calls: run.calls,
  };
}

/** What is wrong with the parts. Of several fragments on one object each part may be of any, but of one alone. */
function unsoundnessOf(expected: readonly Part[], actual: readonly Part[]): string | null {
  const open = new Set(expected);
  for (const part of actual) {
    const own = [...open].filter((truth) => placeOf(truth) === placeOf(part));
    const sound = own.find((truth) => unsoundness(truth, part) === null);
    if (!sound) return `${placeOf(part)}: ${own.map((truth) => unsoundness(truth, part)).join()}`;
    open.delete(sound);
  }
  const lacking = [...open].find(({ path }) => comesTo(putTogether(actual), path));
  return lacking ? `${placeOf(lacking)} has not come` : null;
}

const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
