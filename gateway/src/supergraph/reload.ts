import { log } from '@finflow/shared/log';
import { gatewayMetrics } from '../metrics.ts';
import { idOf, type PersistedOperations } from '../persisted/manifest.ts';
import type { Engine } from './engine.ts';
import type { Engines } from './engines.ts';
import { inTurns, type InTurn } from './in-turn.ts';
import { warmUp } from './warm-up.ts';

/**
 * `refused`: it was not good, and the one before goes on. `overtaken`: before it was built there was a newer one, and its engine was dropped.
 */
export type ReloadOutcome = 'reloaded' | 'unchanged' | 'refused' | 'overtaken';

export type ReloadOptions = {
  readonly engines: Engines;
  readonly build: (supergraphSdl: string, inTurn: InTurn) => Promise<Engine>;
  /** All of them must be answerable by the new supergraph. */
  readonly operations: PersistedOperations;
  /** Told after the new engine has taken over. */
  readonly onReloaded: (engine: Engine) => void;
};

/** Takes up another supergraph. One that is still being built is dropped for it: only the newest is wanted. */
export type Reload = (supergraphSdl: string) => Promise<ReloadOutcome>;

/**
 * Hot reload: the new supergraph is built, checked and warmed up while the old one serves, in pieces between its requests; then all new requests go to it. Whatever
 * fails on the way leaves the old one where it is, with an error in the log and a count in the metrics.
 */
export function createReload(options: ReloadOptions): Reload {
  let last: Promise<unknown> = Promise.resolve();
  let newest: Offer | null = null;
  announce(options.engines.current().hash);
  return (supergraphSdl) => {
    const hash = idOf(supergraphSdl);
    if (newest?.hash === hash) return newest.outcome; // Told twice, as by a signal and by the clock.
    newest?.overtaken.abort();
    const overtaken = new AbortController();
    const outcome = last
      .then(() => reload(options, { supergraphSdl, hash, signal: overtaken.signal }))
      .finally(() => {
        if (newest === offer) newest = null;
      });
    const offer: Offer = { hash, overtaken, outcome };
    newest = offer;
    last = outcome.catch(() => undefined); // Its caller hears of it, and the next one is not held up.
    return outcome;
  };
}

/** A supergraph that is being taken up. */
type Offer = {
  readonly hash: string;
  readonly overtaken: AbortController;
  readonly outcome: Promise<ReloadOutcome>;
};

type Offered = {
  readonly supergraphSdl: string;
  readonly hash: string;
  readonly signal: AbortSignal;
};

async function reload(
  options: ReloadOptions,
  { supergraphSdl, hash, signal }: Offered,
): Promise<ReloadOutcome> {
  const { engines } = options;
  const before = engines.current().hash;
  if (hash === before) return counted('unchanged');
  const engine = await prepared(options, supergraphSdl, inTurns(signal)).catch((error: unknown) => {
    if (signal.aborted) log.info('supergraph overtaken by a newer one', { hash });
    else log.error('supergraph refused, the one before goes on', { hash, before, error });
    return null;
  });
  if (!engine) return counted(signal.aborted ? 'overtaken' : 'refused');
  engines.replace(engine);
  announce(hash);
  log.info('supergraph reloaded', { hash, before });
  options.onReloaded(engine);
  return counted('reloaded');
}

async function prepared(
  { build, operations }: ReloadOptions,
  supergraphSdl: string,
  inTurn: InTurn,
): Promise<Engine> {
  const engine = await build(supergraphSdl, inTurn);
  try {
    await warmUp(engine, operations, inTurn);
    return engine;
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

function announce(hash: string): void {
  const { supergraphInfo } = gatewayMetrics();
  supergraphInfo.reset();
  supergraphInfo.set({ hash }, 1);
}

function counted(outcome: ReloadOutcome): ReloadOutcome {
  gatewayMetrics().supergraphReloads.inc({ outcome });
  return outcome;
}
