import { log } from '@finflow/shared/log';
import { gatewayMetrics } from '../metrics.ts';
import { idOf, type PersistedOperations } from '../persisted/manifest.ts';
import type { Engine } from './engine.ts';
import type { Engines } from './engines.ts';
import { warmUp } from './warm-up.ts';

/** `refused`: it was not good, and the one before goes on. */
export type ReloadOutcome = 'reloaded' | 'unchanged' | 'refused';

export type ReloadOptions = {
  readonly engines: Engines;
  readonly build: (supergraphSdl: string) => Promise<Engine>;
  /** All of them must be answerable by the new supergraph. */
  readonly operations: PersistedOperations;
  /** Told after the new engine has taken over. */
  readonly onReloaded: (engine: Engine) => void;
};

/** Takes up another supergraph. Reloads that come at once are done one after the other. */
export type Reload = (supergraphSdl: string) => Promise<ReloadOutcome>;

/**
 * Hot reload: the new supergraph is built, checked and warmed up while the old one serves; then all new requests go to it. Whatever
 * fails on the way leaves the old one where it is, with an error in the log and a count in the metrics.
 */
export function createReload(options: ReloadOptions): Reload {
  let last: Promise<unknown> = Promise.resolve();
  announce(options.engines.current().hash);
  return (supergraphSdl) => {
    const outcome = last.then(() => reload(options, supergraphSdl));
    last = outcome.catch(() => undefined); // Its caller hears of it, and the next one is not held up.
    return outcome;
  };
}

async function reload(options: ReloadOptions, supergraphSdl: string): Promise<ReloadOutcome> {
  const { engines } = options;
  const before = engines.current().hash;
  const hash = idOf(supergraphSdl);
  if (hash === before) return counted('unchanged');
  const engine = await prepared(options, supergraphSdl).catch((error: unknown) => {
    log.error('supergraph refused, the one before goes on', { hash, before, error });
    return null;
  });
  if (!engine) return counted('refused');
  engines.replace(engine);
  announce(hash);
  log.info('supergraph reloaded', { hash, before });
  options.onReloaded(engine);
  return counted('reloaded');
}

async function prepared(
  { build, operations }: ReloadOptions,
  supergraphSdl: string,
): Promise<Engine> {
  const engine = await build(supergraphSdl);
  try {
    await warmUp(engine, operations);
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
