import type { Task } from './objects.ts';
import { runTask } from './tasks.ts';
import type { World } from './world.ts';

export interface Scheduler {
  /** Does at once what would happen by itself within `milliseconds`, in the order of its time. */
  advance(milliseconds: number): void;
  stop(): void;
}

/** Keeps a timer for each planned task, those from before a restart included. */
export function createScheduler(world: World): Scheduler {
  const timers = new Map<string, NodeJS.Timeout>();
  let isStopped = false;

  function arm(): void {
    if (isStopped) return;
    for (const task of world.store.all('tasks')) {
      if (timers.has(task.id)) continue;
      const waitMs = Math.max(0, task.dueAtMs - world.nowMs());
      timers.set(
        task.id,
        setTimeout(() => run(task.id), waitMs),
      );
    }
  }

  function run(id: string): void {
    clearTimeout(timers.get(id));
    timers.delete(id);
    const task = world.store.get('tasks', id);
    if (task !== undefined) world.store.transaction(() => runTask(world, task));
  }

  world.store.onCommit(arm);
  arm();

  return {
    advance: (milliseconds) => {
      const limit = world.nowMs() + milliseconds;
      for (let task = nextDue(world, limit); task; task = nextDue(world, limit)) run(task.id);
    },
    stop: () => {
      isStopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}

const nextDue = (world: World, limit: number): Task | undefined =>
  world.store
    .all('tasks')
    .filter((task) => task.dueAtMs <= limit)
    .toSorted((one, other) => one.dueAtMs - other.dueAtMs)[0];
