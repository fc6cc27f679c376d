import { answerOf, type Difference, type Trial, type World } from './campaign.ts';
import { differenceOf, type Answer } from './compare.ts';
import type { Thing } from './data.ts';
import { generateSubscription } from './generate-operation.ts';
import { objectNamed } from './model.ts';
import type { Operation } from './monolith.ts';
import { newRun } from './resolve.ts';
import { getNamedType, getOperationAST, Kind, type GraphQLSchema } from 'graphql';

/** Of how many events was told, and for how many of them subgraphs were asked. */
export type FeedCount = { events: number; asked: number };

/** Subscriptions, each told of several events, of which each answer is as graphql-js tells of it. */
export const feedTrial = (count: FeedCount): Trial => ({
  generate: ({ monolith }, random) => generateSubscription(monolith.schema, random),
  schemaOf: ({ monolith }) => monolith.schema,
  differenceIn: (world, operation) => differenceInEvents(world, operation, count),
});

async function differenceInEvents(
  { composed, monolith, gateway }: World,
  operation: Operation,
  count: FeedCount,
): Promise<Difference | null> {
  const __typename = typeToldOf(monolith.schema, operation);
  const { numbers } = objectNamed(composed.model, __typename);
  const things = numbers.map((number): Thing => ({ __typename, number }));
  const truths = await monolith.tell(operation, things);
  for (const [index, thing] of things.entries()) {
    const run = newRun();
    const answer = await answerOf(() => gateway.tell(operation, thing, run));
    count.events += 1;
    if (run.calls.length > 0) count.asked += 1;
    const truth = JSON.parse(JSON.stringify(truths[index])) as Answer;
    const difference = differenceOf(truth, answer);
    if (difference) return { ...difference, calls: run.calls };
  }
  return null;
}

/** The entity of the feed that is subscribed to. */
function typeToldOf(schema: GraphQLSchema, { document, operationName }: Operation): string {
  let selection = getOperationAST(document, operationName)?.selectionSet.selections[0];
  while (selection?.kind === Kind.INLINE_FRAGMENT) [selection] = selection.selectionSet.selections;
  const fields = schema.getSubscriptionType()?.getFields() ?? {};
  const feed = selection?.kind === Kind.FIELD ? fields[selection.name.value] : undefined;
  if (!feed) throw new Error('A subscription has one feed');
  return getNamedType(feed.type).name;
}
