import { print, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { differenceOf, type Difference as Compared } from './compare.ts';
import { planOf, type GatewayUnderTest, type StartGateway } from './gateways.ts';
import { generateModel, type ComposedModel } from './generate-model.ts';
import { generateOperation } from './generate-operation.ts';
import type { Rights } from './generate-rights.ts';
import type { Emphasis } from './model.ts';
import { createMonolith, type Monolith, type Operation } from './monolith.ts';
import { createRandom, type Random } from './random.ts';
import { newRun, type Run } from './resolve.ts';
import { shrink } from './shrink.ts';

/** How an answer differs from the monolith's, and what the subgraphs were asked for it. */
export type Difference = Compared & { readonly calls: readonly string[] };

/** A fault found: an operation whose answer differs from the monolith's. */
export type Fault = {
  readonly seed: number;
  readonly composed: ComposedModel;
  readonly operation: Operation;
  readonly difference: Difference;
};

export type World = {
  readonly composed: ComposedModel;
  readonly monolith: Monolith;
  readonly gateway: GatewayUnderTest;
  readonly rights: Rights | null;
};

/** The world of a seed behind a gateway. Stop the gateway at the end. */
export const openWorld = (seed: number, start: StartGateway, emphasis?: Emphasis): Promise<World> =>
  openComposed(generateModel(seed, emphasis), start);

export async function openComposed(
  composed: ComposedModel,
  start: StartGateway,
  rights: Rights | null = null,
): Promise<World> {
  const gateway = await start(composed, rights?.gates);
  return { composed, monolith: createMonolith(composed, rights), gateway, rights };
}

/** What a world is asked, and how its answers are compared. */
export type Trial = {
  readonly generate: (world: World, random: Random) => Operation;
  /** Which makes operations valid. */
  readonly schemaOf: (world: World) => GraphQLSchema;
  readonly differenceIn: (world: World, operation: Operation) => Promise<Difference | null>;
};

/** Whole operations, answered in one piece. */
const plainTrial: Trial = {
  generate: ({ monolith }, random) => generateOperation(monolith.schema, random),
  schemaOf: ({ monolith }) => monolith.schema,
  differenceIn,
};

/** Asks a world so many random operations; the first that is answered differently ends it. */
export async function findFault(
  world: World,
  operations: number,
  isFault: (difference: Difference, operation: Operation) => boolean = isWrongIn(world),
  trial: Trial = plainTrial,
): Promise<Fault | null> {
  const { composed } = world;
  const { seed } = composed.model;
  const random = createRandom(seed);
  for (let count = 0; count < operations; count += 1) {
    const operation = trial.generate(world, random);
    const found = await trial.differenceIn(world, operation);
    if (found === null || !isFault(found, operation)) continue;
    const smallest = await shrink(trial.schemaOf(world), operation, async (smaller) => {
      const still = await trial.differenceIn(world, smaller);
      return still !== null && isFault(still, smaller);
    });
    const remaining = (await trial.differenceIn(world, smallest)) ?? found;
    return { seed, composed, operation: smallest, difference: remaining };
  }
  return null;
}

/** What Apollo's planner comes to no end of in time is refused: among two interface objects it weighs very many ways. */
const isWrongIn =
  ({ composed }: World) =>
  ({ actual }: Difference): boolean =>
    composed.model.emphasis === 'none' || !actual.includes('DEADLINE_EXCEEDED');

export async function differenceIn(
  { monolith, gateway, rights }: World,
  operation: Operation,
): Promise<Difference | null> {
  const expected = await monolith.execute(operation, newRun(rights?.refuses));
  const run = newRun(rights?.refuses);
  const actual = await answerOf(() => gateway.execute(operation, run));
  const found = differenceOf(JSON.parse(JSON.stringify(expected)) as ExecutionResult, actual);
  return found ? { ...found, calls: run.calls } : trespassIn(run);
}

/** Whether a subgraph was asked for what is refused. */
export function trespassIn({ trespasses: sentences, calls }: Run): Difference | null {
  if (sentences.length === 0) return null;
  return { expected: 'refused', actual: 'asked for', sentences, calls };
}

/** An executor that throws answers with that error, as Apollo Server would. */
export async function answerOf(execute: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
  try {
    return await execute();
  } catch (error) {
    if (error instanceof Error) return { errors: [{ message: String(error.stack) } as never] };
    throw error;
  }
}

/** All that it takes to understand a fault, and to see it again. */
export function describeFault({ seed, composed, operation, difference }: Fault): string {
  const schemas = Object.entries(composed.subgraphSdl).map(([name, sdl]) => `# ${name}\n${sdl}`);
  return [
    `FUZZ_SEED=${seed} answers otherwise than the monolith:`,
    ...schemas,
    print(operation.document),
    `variables ${JSON.stringify(operation.variables)}`,
    planned(composed, operation),
    `expected ${difference.expected}`,
    `actual   ${difference.actual}`,
    ...difference.sentences,
    ...difference.calls,
  ].join('\n\n');
}

function planned(composed: ComposedModel, operation: Operation): string {
  try {
    return planOf(composed, operation);
  } catch (error) {
    return `no plan: ${String(error)}`;
  }
}
