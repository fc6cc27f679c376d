import { AsyncLocalStorage } from 'node:async_hooks';

const quiet = new AsyncLocalStorage<true>();

/**
 * Does work whose events were told before, and records none of them again: what a replay of the log does has happened already for
 * everybody else.
 */
export const untold = <T>(work: () => Promise<T>): Promise<T> => quiet.run(true, work);

/** Whether the work in progress is told to nobody. */
export const isUntold = (): boolean => quiet.getStore() === true;
