import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '../clock.ts';
import { inOrganization } from '../database/tenancy.ts';
import { type FinflowEvent, topicOf, traceIdOf } from '../events/envelope.ts';
import { InvalidEvent } from '../events/validate.ts';
import { log, withLogContext } from '../log.ts';
import { inSpan, type SpanOptions } from '../tracing/span.ts';
import type { Bus, Delivery } from './bus.ts';
import type { Count } from './consumer-counts.ts';
import { dispatch, type Handlers } from './handlers.ts';
import { claimEvents, findParkedKeys, parkEvent, placeOfEvent } from './inbox.ts';
import { isLocked, waitForLocks } from '../database/lock-patience.ts';
import { enterLane, isWaiting, leaveLane, readLane } from './lane.ts';
import type { Message } from './message-log.ts';
import { NotYet } from './not-yet.ts';
import { backoffMs, type Bell, pauseFor } from './wait.ts';

/** What a consumer works with. */
export interface Consumer {
  /** Its group on the bus, and its name in inbox and dead letters. */
  readonly name: string;
  readonly handlers: Handlers;
  readonly bus: Bus;
  /** A fresh entity manager of the application's role. */
  readonly fork: () => SqlEntityManager;
  readonly clock: Clock;
  readonly counts: Count;
  /** Rung when something was parked. */
  readonly parked: Bell;
  /** How many events of one organization in a batch are handled at once; with more they wait in its lane. */
  readonly share: number;
  /** Rung when something entered a lane. */
  readonly lanes: Bell;
}

/** Takes events from where they waited, in the transaction that deals with them. */
type Leave = (em: SqlEntityManager, events: readonly FinflowEvent[]) => Promise<void>;

/** From the log: it moves on by itself. */
const stay: Leave = () => Promise.resolve();

/** Parking is cheap and holds up one key; waiting in place holds up everybody. So: few and short. */
const attemptsInPlace = 3;
const inPlace = { firstMs: 25, capMs: 200 };
const tooEarlyMs = 50;
const afterFaultMs = 500;
/** For a lock that somebody else of the organization holds: others wait behind, and the work can come back to it. */
export const lockPatienceMs = 250;
/** More than a share: who has little doesn't wait for a turn, and a transaction of many costs less. */
const eventsPerTurn = 200;

/**
 * Handles a batch so that each event has its effect once. An organization with more than its share of the batch has it put into its
 * lane, and so has one whose lane holds something. Rejects only when neither effect nor parking nor lane
 * could be stored (the database is away): then the whole batch must come again.
 */
export async function handleBatch(consumer: Consumer, batch: readonly Delivery[]): Promise<void> {
  const events: FinflowEvent[] = [];
  for (const delivery of batch) {
    if (delivery.kind === 'event') events.push(delivery.event);
    else await bury(consumer, delivery.message, { error: delivery.error, attempts: 0 });
  }
  const byOrganization = Map.groupBy(events, ({ organizationid }) => organizationid ?? null);
  for (const [organizationId, group] of byOrganization) {
    await inOrganization(organizationId, () => handleOrWait(consumer, organizationId, group));
  }
}

/**
 * What waits for a lock that somebody else of the organization holds, such as its import, waits in the lane. Order holds: what comes while
 * a lane holds something goes behind it, and a lane is empty once all of it had its effect. The platform's
 * own events, which are few, have no lane.
 */
async function handleOrWait(
  consumer: Consumer,
  organizationId: string | null,
  events: readonly FinflowEvent[],
): Promise<void> {
  const { name, share, counts, lanes, fork } = consumer;
  const lane = organizationId === null ? null : { consumer: name, organizationId };
  const isNext = lane === null || (events.length <= share && !(await isWaiting(fork(), lane)));
  const left = isNext ? await handleInOrder(consumer, events, stay) : events;
  if (left.length === 0) return;
  if (lane === null) throw new Error('The rows of the platform are locked.');
  const entered = await fork().transactional((em) => enterLane(em, lane, left));
  counts.waited += entered;
  counts.repeated += left.length - entered;
  lanes.ring();
}

/**
 * A turn: handles the first of what waits in an organization's lane. Run it inside the organization, one at a time.
 * Returns how many events it dealt with. Rejects as `handleBatch` does: what was not dealt with stays in the lane.
 */
export async function handleLane(consumer: Consumer, organizationId: string): Promise<number> {
  const lane = { consumer: consumer.name, organizationId };
  const events = await readLane(consumer.fork(), lane, eventsPerTurn);
  const left = await handleInOrder(consumer, events, (em, done) => leaveLane(em, lane, done));
  return events.length - left.length;
}

/**
 * Together as far as it goes; where one fails, that one alone, and together again behind it. Returns those that it left alone, for a lock
 * that they need is held.
 */
async function handleInOrder(
  consumer: Consumer,
  events: readonly FinflowEvent[],
  leave: Leave,
): Promise<readonly FinflowEvent[]> {
  let rest = events;
  while (rest.length > 1) {
    const step: Step = { current: undefined };
    try {
      await handleTogether(consumer, rest, leave, step);
      return [];
    } catch (error) {
      // Not lost: whoever failed is handled again below, alone, and its error is dealt with there.
      const failed = step.current ? rest.indexOf(step.current) : -1;
      if (failed < 0) break;
      const before = await handleInOrder(consumer, rest.slice(0, failed), leave);
      if (before.length > 0 || isLocked(error)) return [...before, ...rest.slice(failed)];
      const left = await handleEach(consumer, rest.slice(failed, failed + 1), leave);
      if (left.length > 0) return rest.slice(failed);
      rest = rest.slice(failed + 1);
    }
  }
  return handleEach(consumer, rest, leave);
}

/** Each in its own transaction. Returns those from the first on that met a lock. */
async function handleEach(
  consumer: Consumer,
  events: readonly FinflowEvent[],
  leave: Leave,
): Promise<readonly FinflowEvent[]> {
  for (const [index, event] of events.entries()) {
    if (!(await handleAlone(consumer, event, leave))) return events.slice(index);
  }
  return [];
}

/** Which event is being handled, so that a failure can be laid at its door. */
interface Step {
  current: FinflowEvent | undefined;
}

/** One transaction for all: the inbox decides what is new, events of parked keys line up behind them. */
async function handleTogether(
  consumer: Consumer,
  events: readonly FinflowEvent[],
  leave: Leave,
  step: Step = { current: undefined },
): Promise<void> {
  const { name, counts } = consumer;
  const outcome = await consumer.fork().transactional(async (em) => {
    await waitForLocks(em, lockPatienceMs);
    const parkedKeys = await findParkedKeys(em, name, events);
    const [behind, free] = split(events, (event) => parkedKeys.has(placeOfEvent(event)));
    for (const event of behind) {
      await parkEvent(em, name, event, { reason: 'behind a parked event', delayMs: 0 });
    }
    const fresh = new Set(await claimEvents(em, name, free));
    const handled = fresh.size;
    for (const event of free) {
      if (!fresh.delete(event.id)) continue;
      step.current = event;
      await runHandler(consumer, event, em);
    }
    step.current = undefined;
    await leave(em, events);
    return { handled, parked: behind.length, repeated: free.length - handled };
  });
  counts.handled += outcome.handled;
  counts.parked += outcome.parked;
  counts.repeated += outcome.repeated;
}

/** Runs an event's handler in a transaction; every line it logs names the event's request and trace. */
export const runHandler = (
  { handlers, name }: Consumer,
  event: FinflowEvent,
  em: SqlEntityManager,
): Promise<void> =>
  withLogContext(
    {
      traceId: traceIdOf(event),
      ...(event.requestid === undefined ? {} : { requestId: event.requestid }),
      ...(event.organizationid === undefined ? {} : { organizationId: event.organizationid }),
    },
    () =>
      inSpan(`${name} handles ${topicOf(event)}`, spanOf(event), async () => {
        await dispatch(handlers, topicOf(event), event, { em });
        log.info('event handled', { consumer: name, event: event.id, type: event.type });
      }),
  );

const spanOf = (event: FinflowEvent): SpanOptions => ({
  kind: 'CONSUMER',
  parent: event.traceparent,
  attributes: { 'messaging.message.id': event.id, 'messaging.destination.name': topicOf(event) },
});

/** False when a lock that it needs is held: then it is as if it had not been tried. */
async function handleAlone(
  consumer: Consumer,
  event: FinflowEvent,
  leave: Leave,
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await handleTogether(consumer, [event], leave);
      return true;
    } catch (error) {
      if (isLocked(error)) return false;
      consumer.counts.failed += 1;
      if (error instanceof InvalidEvent) {
        await buryEvent(consumer, event, { error, attempts: attempt });
        await consumer.fork().transactional((em) => leave(em, [event]));
        return true;
      }
      if (error instanceof NotYet || attempt === attemptsInPlace) {
        await park(consumer, event, error, leave);
        return true;
      }
      await pauseFor(backoffMs(attempt, inPlace));
    }
  }
}

async function park(
  consumer: Consumer,
  event: FinflowEvent,
  error: unknown,
  leave: Leave,
): Promise<void> {
  const early = error instanceof NotYet;
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const line = { consumer: consumer.name, event: event.id, type: event.type, error };
  if (early) log.debug('event came too early, parked', line);
  else log.error('event failed, its key is parked', line);
  const delayMs = early ? tooEarlyMs : afterFaultMs;
  await consumer.fork().transactional(async (em) => {
    await parkEvent(em, consumer.name, event, { reason, delayMs });
    await leave(em, [event]);
  });
  consumer.counts.parked += 1;
  consumer.parked.ring();
}

interface Cause {
  readonly error: unknown;
  readonly attempts: number;
}

export const buryEvent = (consumer: Consumer, event: FinflowEvent, cause: Cause): Promise<void> =>
  bury(consumer, toStoredMessage(event), cause);

const toStoredMessage = (event: FinflowEvent): Message => ({
  topic: topicOf(event),
  key: event.subject,
  text: JSON.stringify(event),
  headers: {},
});

/** If the dead letter can't be stored this rejects, and the offset stays where it is. */
async function bury(
  consumer: Consumer,
  message: Message,
  { error, attempts }: Cause,
): Promise<void> {
  const { name, bus, clock, counts } = consumer;
  log.error('event goes to the dead letters', { consumer: name, topic: message.topic, error });
  const cause = error instanceof Error ? error : new Error(String(error));
  await bus.bury([
    {
      message,
      consumer: name,
      error: { name: cause.name, message: cause.message },
      attempts,
      buriedAt: clock.now().toISOString(),
    },
  ]);
  counts.buried += 1;
}

function split<T>(items: readonly T[], is: (item: T) => boolean): [T[], T[]] {
  return [items.filter(is), items.filter((item) => !is(item))];
}
