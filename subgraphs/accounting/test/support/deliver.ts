import { dispatch } from '@finflow/shared/bus/handlers';
import { NotYet } from '@finflow/shared/bus/not-yet';
import { type FinflowEvent, topicOf } from '@finflow/shared/events/envelope';
import { createHandlers } from '../../src/consumers/handlers.ts';
import type { Em } from '../../src/database.ts';
import { clock, type Books } from './books.ts';

const handlers = createHandlers(clock);
const batchSize = 40;

class Died extends Error {}

/**
 * Hands events to the consumers as the bus would, without its waiting: in batches of one transaction each. What comes too early
 * comes again later, with everything of its key behind it. When the process dies, a whole batch is rolled back and comes again.
 * No inbox stands before the consumers: they must bear a repeated event by themselves.
 */
export async function deliver(
  events: readonly FinflowEvent[],
  books: Books,
  { dies = () => false, afterRound = async () => {} }: DeliverOptions = {},
): Promise<void> {
  let queue = events;
  let roundsWithoutProgress = 0;
  while (queue.length > 0) {
    const early: FinflowEvent[] = [];
    for (let start = 0; start < queue.length; start += batchSize) {
      early.push(
        ...(await deliverBatch(queue.slice(start, start + batchSize), early, { books, dies })),
      );
    }
    await afterRound();
    roundsWithoutProgress = early.length === queue.length ? roundsWithoutProgress + 1 : 0;
    if (roundsWithoutProgress > 20) throw new Error(`${early.length} events wait for ever`);
    queue = early;
  }
}

export type DeliverOptions = {
  readonly dies?: () => boolean;
  readonly afterRound?: () => Promise<void>;
};

type Round = { readonly books: Books; readonly dies: () => boolean };

/** Gives the events that came too early. */
async function deliverBatch(
  batch: readonly FinflowEvent[],
  before: readonly FinflowEvent[],
  { books, dies }: Round,
): Promise<readonly FinflowEvent[]> {
  try {
    return await books.write(async (em) => {
      const waiting = new Set(before.map(placeOf));
      const early: FinflowEvent[] = [];
      for (const event of batch) {
        if (!waiting.has(placeOf(event)) && (await isHandled(event, em))) continue;
        waiting.add(placeOf(event));
        early.push(event);
      }
      if (dies()) throw new Died();
      return early;
    });
  } catch (error) {
    if (error instanceof Died) return batch;
    throw error;
  }
}

const placeOf = (event: FinflowEvent) => `${event.type} ${event.subject}`;

async function isHandled(event: FinflowEvent, em: Em): Promise<boolean> {
  try {
    await em.transactional((inner) => dispatch(handlers, topicOf(event), event, { em: inner }));
    return true;
  } catch (error) {
    if (error instanceof NotYet) return false;
    throw error;
  }
}
