import type { PlanNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { subgraphOf } from '../supergraph/required-hops.ts';
import { compileEntityFetch } from './entity-fetch.ts';
import { compileEntityList } from './entity-list.ts';
import { groupTasks, tasksOf, type Task, type TaskGroup } from './plan-tasks.ts';
import { compileRootFetch } from './root-fetch.ts';
import { noteFailure, type Run, type Step } from './run.ts';

/** Compiles a plan once, to be run for each request. Each fetch starts as soon as those that it needs have come. */
export function compilePlan(plan: PlanNode, schema: GraphQLSchema): Step {
  const groups = groupTasks(tasksOf(plan, schema));
  const places = new Map(groups.flatMap(({ tasks }, place) => tasks.map((task) => [task, place])));
  return inOrder(
    groups.map((group) => ({
      ...compileGroup(group, schema),
      after: [...new Set(group.tasks.flatMap(({ after }) => after.map(placeIn(places))))],
    })),
  );
}

const placeIn =
  (places: ReadonlyMap<Task, number>) =>
  (task: Task): number => {
    const place = places.get(task);
    if (place === undefined) throw new Error('A fetch waits for fetches of its own plan');
    return place;
  };

/** A request to one subgraph, for one or several fetches. */
type Request = {
  readonly step: Step;
  readonly subgraph: string;
  /** Of its fetches those on which deferred ones hang. */
  readonly ids: readonly string[];
};

type OrderedRequest = Request & { readonly after: readonly number[] };

/** Requests that come later wait for earlier ones alone. */
function inOrder(requests: readonly OrderedRequest[]): Step {
  const [only] = requests;
  if (only && requests.length === 1) return (run) => startAfter(only, [], run);
  return async (run) => {
    const done: Promise<void>[] = [];
    for (const request of requests) done.push(startAfter(request, done, run));
    await Promise.all(done);
  };
}

/** A step may stumble over an answer of another form than its query asked for. That harms the run no more than any other error. */
async function startAfter(
  { step, after, subgraph, ids }: OrderedRequest,
  done: readonly Promise<void>[],
  run: Run,
): Promise<void> {
  for (const place of after) await done[place];
  try {
    await step(run);
  } catch (error) {
    noteFailure(run, subgraph, error);
  }
  if (ids.length > 0) run.fetched(...ids);
}

function compileGroup({ tasks }: TaskGroup, schema: GraphQLSchema): Request {
  const [{ fetch, at }] = tasks;
  return {
    step: fetch.requires
      ? compileEntityFetch(entityLists(tasks, schema))
      : compileRootFetch(fetch, at, schema),
    subgraph: subgraphOf(fetch.serviceName),
    ids: tasks.flatMap(({ fetch: { id } }) => (id === undefined ? [] : [id])),
  };
}

/** Fetches with the same text, about entities at several places, become one list. */
function entityLists(tasks: readonly Task[], schema: GraphQLSchema) {
  const equal = new Map<string, [Task, ...Task[]]>();
  for (const task of tasks) {
    const { operation, requires, inputRewrites, outputRewrites } = task.fetch;
    const key = JSON.stringify([selectionOf(operation), requires, inputRewrites, outputRewrites]);
    const known = equal.get(key);
    if (known) known.push(task);
    else equal.set(key, [task]);
  }
  return [...equal.values()].map((same) =>
    compileEntityList(
      same[0].fetch,
      same.map(({ at }) => at),
      schema,
    ),
  );
}

/** Without the operation's name, in which the planner numbers the fetches. */
const selectionOf = (operation: string): string => operation.slice(operation.search(/[({]/));
