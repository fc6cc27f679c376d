import type { Clock } from '@finflow/shared/clock';
import { log } from '@finflow/shared/log';
import { forgetAfterMs } from './attempt/attempt-delay.ts';
import { Attempt } from './attempt/attempt.entity.ts';
import type { Database } from './database.ts';
import { RefreshToken } from './session/refresh-token.entity.ts';
import { Session } from './session/session.entity.ts';
import type { SigningKeys } from './signing-key/signing-keys.ts';

export type MaintenanceOptions = {
  /** The owner's connection: these rows belong to many users. */
  readonly owner: Database;
  readonly keys: SigningKeys;
  readonly clock: Clock;
};

const everyMs = 60 * 60 * 1000;
/** How long a dead session stays to be looked at. */
const sessionKeptMs = 30 * 24 * 60 * 60 * 1000;

/** Rotates keys by age and forgets what has expired. Any number of instances may do it at once. */
export async function maintain({ owner, keys, clock }: MaintenanceOptions): Promise<void> {
  const now = clock.now();
  const em = owner.em.fork();
  await keys.maintain();
  await em.nativeDelete(RefreshToken, { expiresAt: { $lt: now } });
  await em.nativeDelete(Session, { expiresAt: { $lt: new Date(+now - sessionKeptMs) } });
  await em.nativeDelete(Attempt, { lastFailureAt: { $lt: new Date(+now - forgetAfterMs) } });
}

/** Does it every hour until it is closed. A failure is logged; the next hour tries again. */
export function startMaintenance(options: MaintenanceOptions): { close(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = maintain(options).catch((error: unknown) => {
      log.error('maintenance failed, it will be tried again', { error });
    });
  }, everyMs);
  timer.unref();
  return {
    close: () => {
      clearInterval(timer);
      return running;
    },
  };
}
