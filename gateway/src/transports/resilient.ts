import { setTimeout as pause } from 'node:timers/promises';
import { log } from '@finflow/shared/log';
import { ExponentialBackoff, type IBackoff } from 'cockatiel';
import { gatewayMetrics } from '../metrics.ts';
import { createCircuit, type CircuitLimits } from './circuit.ts';
import { createRetryBudget } from './retry-budget.ts';
import {
  CircuitOpen,
  SubgraphBusy,
  SubgraphSilent,
  SubgraphUnavailable,
  type SubgraphTransport,
} from './subgraph-transport.ts';

export type Resilience = CircuitLimits & {
  /** How often a query is asked again. */
  readonly maxRetries: number;
  /** Milliseconds before the first retry, about; each further one waits longer. */
  readonly retryDelayMs: number;
  /** Retries for each first attempt, over all queries to the subgraph. */
  readonly retryShare: number;
  /** Retries that may come at once. */
  readonly retryBurst: number;
};

const defaultResilience: Resilience = {
  maxRetries: 2,
  retryDelayMs: 40,
  retryShare: 0.1,
  retryBurst: 10,
  failuresToOpen: 5,
  openMs: 500,
  maxOpenMs: 2_000, // Whoever is back should be asked soon; one call in two seconds harms nobody who isn't.
};

/**
 * The way to a subgraph that may fail. A query is asked again, a few times, later and later, while the budget lasts; a mutation never
 * is: whether it was carried out is not known. A subgraph that fails again and again isn't asked for a while.
 */
export function resilient(
  subgraph: string,
  transport: SubgraphTransport,
  overridden: Partial<Resilience> = {},
): SubgraphTransport {
  const limits = { ...defaultResilience, ...overridden };
  const circuit = createCircuit(subgraph, limits);
  const budget = createRetryBudget(limits.retryShare, limits.retryBurst);
  const firstDelay = new ExponentialBackoff({ initialDelay: limits.retryDelayMs });
  const { subgraphRetries } = gatewayMetrics();
  const mayRetry = (error: unknown, attempt: number): boolean =>
    attempt < limits.maxRetries && isWorthRetrying(error) && budget.spend();
  return {
    ...transport,
    execute: async (request) => {
      const ask = () => circuit.run(() => transport.execute(request));
      if (request.kind === 'mutation') return ask();
      budget.earn();
      let delay: IBackoff<unknown> | undefined; // Most calls never need one.
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await ask();
        } catch (error) {
          delay = delay ? delay.next(undefined) : firstDelay.next();
          if (request.presence?.isGone()) throw error;
          if (Date.now() + delay.duration >= request.deadlineAtMs) throw error;
          if (!mayRetry(error, attempt)) throw error;
          log.warn('query asked again', { subgraph, error });
        }
        subgraphRetries.inc({ subgraph });
        await pause(delay.duration);
      }
    },
  };
}

const isWorthRetrying = (error: unknown): boolean =>
  error instanceof SubgraphUnavailable &&
  !(error instanceof SubgraphBusy) &&
  !(error instanceof SubgraphSilent) &&
  !(error instanceof CircuitOpen);
