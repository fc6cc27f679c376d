import type { FetchNode, PlanNode } from '@apollo/query-planner';
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
      step: compileGroup(group, schema),
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

type OrderedStep = { readonly step: Step; readonly after: readonly number[] };

/** Steps that come later wait for earlier ones alone. */
function inOrder(steps: readonly OrderedStep[]): Step {
  const [only] = steps;
  if (only && steps.length === 1) return only.step;
  return async (run) => {
    const done: Promise<void>[] = [];
    for (const ordered of steps) done.push(startAfter(ordered, done, run));
    await Promise.all(done);
  };
}

async function startAfter(
  { step, after }: OrderedStep,
  done: readonly Promise<void>[],
  run: Run,
): Promise<void> {
  for (const place of after) await done[place];
  await step(run);
}

function compileGroup({ tasks }: TaskGroup, schema: GraphQLSchema): Step {
  const [{ fetch, at }] = tasks;
  const step = fetch.requires
    ? compileEntityFetch(entityLists(tasks, schema))
    : compileRootFetch(fetch, at, schema);
  return telling(
    tasks.map((task) => task.fetch),
    noting(step, subgraphOf(fetch.serviceName)),
  );
}

/** A step may stumble over an answer of another form than its query asked for. That harms the run no more than any other error. */
const noting =
  (step: Step, subgraph: string): Step =>
  async (run) => {
    try {
      await step(run);
    } catch (error) {
      noteFailure(run, subgraph, error);
    }
  };

/** Deferred fetches wait for the ids of those that they hang on. */
function telling(fetches: readonly FetchNode[], step: Step): Step {
  const ids = fetches.flatMap(({ id }) => (id === undefined ? [] : [id]));
  if (ids.length === 0) return step;
  return async (run) => {
    await step(run);
    run.fetched(...ids);
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
