import { GraphQLError, Kind, type ExecutionResult } from 'graphql';
import { answerOf, type Difference, type Trial, type World } from './campaign.ts';
import { sentencesOf } from './compare.ts';
import { generateOperation } from './generate-operation.ts';
import type { Operation } from './monolith.ts';
import { hashOf } from './random.ts';
import { newRun, type Breakage } from './resolve.ts';
import { unsoundness } from './sound.ts';

/** How often calls broke, as a test without broken calls would show nothing. */
export type BrokenCount = { answers: number };

/** Queries of which each call to a subgraph may fail as a whole. What is lost must be told, and nothing else be lost or be wrong. */
export const failureTrial = (count: BrokenCount): Trial => ({
  generate: ({ monolith }, random) =>
    generateQuery(() => generateOperation(monolith.schema, random)),
  schemaOf: ({ monolith }) => monolith.schema,
  differenceIn: (world, operation) => unsoundnessIn(world, operation, count),
});

/** A mutation that failed hasn't been carried out, so what comes after it would be another answer. */
export function generateQuery(generate: () => Operation): Operation {
  for (;;) {
    const operation = generate();
    const kinds = operation.document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? definition.operation : 'query',
    );
    if (!kinds.some((kind) => String(kind) === 'mutation')) return operation;
  }
}

async function unsoundnessIn(
  { monolith, gateway }: World,
  operation: Operation,
  count: BrokenCount,
): Promise<Difference | null> {
  const truth = await monolith.execute(operation, newRun());
  const run = newRun(undefined, breakageOf);
  const answer = await answerOf(() => gateway.execute(operation, run));
  const expected = JSON.parse(JSON.stringify(truth)) as ExecutionResult;
  if (run.calls.some((call) => call.endsWith('breaks'))) count.answers += 1;
  const problem = unsoundness(expected, answer);
  if (problem === null) return null;
  return {
    expected: `${problem}\n${JSON.stringify(expected, null, 1)}`,
    actual: JSON.stringify(answer, null, 1),
    sentences: sentencesOf(answer),
    calls: run.calls,
  };
}

/** By the text of the call, so that a smaller operation with the same call meets the same. */
export const breakageOf = (call: string): Breakage | null => breakages[hashOf(call) % 17] ?? null;

const message = 'does not answer';
const extensions = { code: 'SERVICE_UNAVAILABLE' };

/** All ways in which a call can give nothing. */
const breakages: readonly Breakage[] = [
  () => {
    throw new GraphQLError(message, { extensions });
  },
  () => {
    throw new Error(message);
  },
  () => ({ errors: [new GraphQLError(message, { extensions })] }),
  () => ({ data: null, errors: [new GraphQLError(message, { extensions })] }),
  () => ({ data: null }),
];
