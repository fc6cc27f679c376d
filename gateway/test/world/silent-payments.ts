import { overHttp } from '../../src/transports/over-http.ts';
import { startChaosServer, type ChaosServer } from './chaos-server.ts';
import { startWorld, type World } from './world.ts';

/** A world whose payments take every call and never answer. */
export type SilentPayments = {
  readonly payments: ChaosServer;
  readonly world: World;
  readonly close: () => Promise<void>;
};

/** The limits are so long that nothing but a caller who leaves ends a call while a test runs. */
export async function startSilentPayments(): Promise<SilentPayments> {
  const payments = await startChaosServer();
  payments.be('never answers');
  const limits = { operationTimeoutMs: 600_000 };
  const replaced = { payments: overHttp(payments.origin, { callTimeoutMs: 600_000 }) };
  const world = await startWorld({ replaced, limits });
  return {
    payments,
    world,
    close: async () => {
      payments.hangUp();
      await world.close();
      await payments.close();
    },
  };
}
