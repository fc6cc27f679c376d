import { serveTasks } from '../../src/threads/task-server.ts';

/** A thread that does what a test wants of one. */
export type OddTask =
  | { readonly kind: 'double'; readonly value: number }
  | { readonly kind: 'throw' }
  | { readonly kind: 'die' }
  | { readonly kind: 'hang' };

let tasks = 0;

serveTasks((task: OddTask): { readonly value: number; readonly tasks: number } => {
  tasks += 1;
  switch (task.kind) {
    case 'double':
      return { value: task.value * 2, tasks };
    case 'throw':
      throw new RangeError('No such month');
    case 'die':
      return process.exit(7); // In a thread this ends the thread.
    case 'hang':
      for (;;);
    default:
      return task satisfies never;
  }
});
