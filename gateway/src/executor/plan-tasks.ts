import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { planPathOf, type PlanPath } from './paths.ts';

/** A fetch of a plan, where it stands in the result tree, and the fetches that must have come before it. */
export type Task = {
  readonly fetch: FetchNode;
  readonly at: PlanPath;
  readonly after: readonly Task[];
};

/** The fetches of a plan, each after those that it depends on. */
export function tasksOf(plan: PlanNode, schema: GraphQLSchema): readonly Task[] {
  const tasks: Task[] = [];
  const add = (node: PlanNode, at: PlanPath, after: readonly Task[]): readonly Task[] => {
    switch (node.kind) {
      case 'Fetch': {
        const task: Task = { fetch: node, at, after };
        tasks.push(task);
        return [task];
      }
      case 'Sequence':
        return node.nodes.reduce((before, child) => add(child, at, before), after);
      case 'Parallel':
        return node.nodes.flatMap((child) => add(child, at, after));
      case 'Flatten':
        return add(node.node, [...at, ...planPathOf(node.path, schema)], after);
      case 'Condition':
        throw new Error('What @skip and @include leave out is left out before planning');
      case 'Defer':
        throw new Error('The planner puts what is deferred at the top of a plan');
      default:
        return node satisfies never;
    }
  };
  add(plan, [], []);
  return tasks;
}

/** Fetches that are sent in one request. */
export type TaskGroup = { readonly tasks: readonly [Task, ...Task[]]; readonly level: number };

/**
 * Puts entity fetches to one subgraph into one request where they stand on the same level: as many fetches away from the start. One
 * that nothing waits for may stand a level later than it could, where that saves a request. It never lengthens the plan. Fetches of
 * root fields stay by themselves; so a mutation's keep their order.
 */
export function groupTasks(tasks: readonly Task[]): readonly TaskGroup[] {
  const earliest = earliestLevels(tasks);
  const levelOf = (task: Task): number => earliest.get(task) ?? 0;
  const waitedFor = new Set(tasks.flatMap(({ after }) => after));
  const groups = new Map<string, [Task, ...Task[]]>();
  const place = (task: Task, level: number) => {
    const key = `${level} ${task.fetch.serviceName}`;
    const known = groups.get(key);
    if (known) known.push(task);
    else groups.set(key, [task]);
  };
  const entityTasks = tasks.filter(isEntityTask);
  for (const task of entityTasks) if (waitedFor.has(task)) place(task, levelOf(task));
  const movable = entityTasks.filter((task) => !waitedFor.has(task));
  for (const task of movable.toSorted((one, other) => levelOf(other) - levelOf(one))) {
    const level = levelOf(task);
    const isLater =
      !groups.has(`${level} ${task.fetch.serviceName}`) &&
      groups.has(`${level + 1} ${task.fetch.serviceName}`);
    place(task, isLater ? level + 1 : level);
  }
  const alone = tasks.filter((task) => !isEntityTask(task));
  return [
    ...alone.map((task): TaskGroup => ({ tasks: [task], level: levelOf(task) })),
    ...[...groups].map(([key, some]): TaskGroup => ({ tasks: some, level: Number.parseInt(key) })),
  ].toSorted((one, other) => one.level - other.level);
}

const isEntityTask = ({ fetch }: Task): boolean => fetch.requires !== undefined;

function earliestLevels(tasks: readonly Task[]): ReadonlyMap<Task, number> {
  const levels = new Map<Task, number>();
  for (const task of tasks) {
    levels.set(task, Math.max(-1, ...task.after.map((before) => levels.get(before) ?? 0)) + 1);
  }
  return levels;
}
