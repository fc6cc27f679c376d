import { log } from '@finflow/shared/log';
import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
} from 'cockatiel';
import { gatewayMetrics } from '../metrics.ts';
import {
  CircuitOpen,
  DeadlineExceeded,
  SubgraphBusy,
  SubgraphUnavailable,
} from './subgraph-transport.ts';

export type CircuitLimits = {
  /** Failures in a row after which the subgraph isn't asked for a while. */
  readonly failuresToOpen: number;
  /** How long that is at first, milliseconds; it grows with each attempt that fails. */
  readonly openMs: number;
  readonly maxOpenMs: number;
};

export type Circuit = {
  /**
   * Runs the call, unless the circuit is open.
   * @throws CircuitOpen at once, when it is, and while one call tries whether the subgraph is back
   */
  run<T>(call: () => Promise<T>): Promise<T>;
};

const gaugeOf: Readonly<Record<CircuitState, number>> = {
  [CircuitState.Closed]: 0,
  [CircuitState.HalfOpen]: 1,
  [CircuitState.Open]: 2,
  [CircuitState.Isolated]: 2,
};

/** Keeps callers from waiting for a subgraph that is down, and the subgraph from being asked while it comes up. */
export function createCircuit(subgraph: string, limits: CircuitLimits): Circuit {
  const breaker = circuitBreaker(
    handleWhen((error) => isFailure(error, breaker.state)),
    {
      breaker: new ConsecutiveBreaker(limits.failuresToOpen),
      halfOpenAfter: new ExponentialBackoff({
        initialDelay: limits.openMs,
        maxDelay: limits.maxOpenMs,
      }),
    },
  );
  const { subgraphCircuit } = gatewayMetrics();
  subgraphCircuit.set({ subgraph }, gaugeOf[breaker.state]);
  breaker.onStateChange((state) => {
    subgraphCircuit.set({ subgraph }, gaugeOf[state]);
    log.warn('circuit changed', { subgraph, state: CircuitState[state] });
  });
  return {
    // cockatiel would let further calls wait for the one that tries, which may wait long.
    run: (call) =>
      breaker.state === CircuitState.HalfOpen
        ? Promise.reject(notAsked(subgraph))
        : breaker.execute(call).catch((error: unknown) => {
            throw error instanceof BrokenCircuitError ? notAsked(subgraph) : error;
          }),
  };
}

/** A deadline or a full queue says nothing about the subgraph, but the call that tries whether it is back must not take silence for life. */
function isFailure(error: unknown, state: CircuitState): boolean {
  if (error instanceof DeadlineExceeded || error instanceof SubgraphBusy)
    return state === CircuitState.HalfOpen;
  return error instanceof SubgraphUnavailable;
}

const notAsked = (subgraph: string) =>
  new CircuitOpen(`${subgraph} failed too often to be asked now`);
