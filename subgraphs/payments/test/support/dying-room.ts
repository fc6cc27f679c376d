import type { PaymentProvider } from '../../src/providers/provider.ts';
import type { Database, Em } from '../../src/database.ts';
import type { Room } from '../../src/room.ts';

/** The end of the process: nobody's code may take it for an answer. */
export class Crash extends Error {}

/** At which step (a transaction, or a call to the provider) it ends: before it, or after its effect. */
export type Doom = { readonly step: number; readonly when: 'before' | 'after' };

/** The same room, as seen by a process that ends at one step, and takes every later step for ended too. */
export function dyingRoom(room: Room, doom: Doom) {
  let steps = 0;
  let hasDied = false;
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    const number = steps;
    steps += 1;
    if (hasDied || (number === doom.step && doom.when === 'before')) throw die();
    const result = await work();
    if (number === doom.step) throw die();
    return result;
  };
  const die = () => {
    hasDied = true;
    return new Crash();
  };
  const dying: Room = {
    ...room,
    provider: dyingProvider(room.provider, step),
    database: dyingDatabase(room.database, step),
  };
  return { room: dying, hasDied: () => hasDied };
}

type Step = <T>(work: () => Promise<T>) => Promise<T>;

const dyingProvider = (provider: PaymentProvider, step: Step): PaymentProvider => ({
  ...provider,
  createIntent: (intent) => step(() => provider.createIntent(intent)),
  retrieveIntent: (id) => step(() => provider.retrieveIntent(id)),
  refund: (refund) => step(() => provider.refund(refund)),
});

/** Only whole transactions count: one that is cut short is rolled back, as if it had never begun. */
function dyingDatabase(database: Database, step: Step): Database {
  const fork: Database['em']['fork'] = (options) => {
    const em = database.em.fork(options);
    const transactional = em.transactional.bind(em);
    return Object.assign(em, {
      transactional: ((work, how) => step(() => transactional(work, how))) as Em['transactional'],
    });
  };
  return { em: { fork } } as Database; // All that services ask of it.
}
