import { createContext, Script } from 'node:vm';
import { once } from '@finflow/shared/once';
import { GraphQLError } from 'graphql';

/**
 * What the work gives. It doesn't wait for anything, so nothing but the engine itself can end it: a script that calls it is run with
 * a limit of time. That costs a thread for as long as it runs: for work of milliseconds, not for what each request does.
 * @throws GraphQLError DEADLINE_EXCEEDED when it isn't done in time
 */
export function withinTime<T extends object>(maxMs: number, work: () => T): T {
  const { room, script } = caller();
  let done: T | undefined;
  room.work = () => {
    done = work();
  };
  try {
    script.runInContext(room, { timeout: maxMs });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    throw new GraphQLError('This took too long. Ask for less, or try again shortly.', {
      extensions: { code: 'DEADLINE_EXCEEDED' },
    });
  } finally {
    room.work = nothing;
  }
  if (!done) throw new Error('Work that ended without an error is done');
  return done;
}

const nothing = (): void => undefined;

const caller = once(() => {
  const room: { work: () => void } = { work: nothing };
  createContext(room);
  return { room, script: new Script('work()') };
});

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
