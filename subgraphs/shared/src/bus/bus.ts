import { type FinflowEvent, topicOf } from '../events/envelope.ts';
import type { Topic } from '../events/topics.ts';
import { checkEvent, InvalidEvent, parseEvent } from '../events/validate.ts';
import { type DeadLetter, deadLetterTopic, fromDeadLetter, toDeadLetter } from './dead-letter.ts';
import type {
  Followed,
  Message,
  MessageLog,
  StoredMessage,
  Stretch,
  Subscribed,
  TopicLag,
} from './message-log.ts';
import { isOfOneOf } from './organizations-in.ts';
import type { Spot } from './place.ts';
import { redrive } from './redrive.ts';

/** What comes out of a topic: an event that its schema vouches for, or a text that is none. */
export type Delivery = { readonly at: Spot } & (
  | { readonly kind: 'event'; readonly topic: Topic; readonly event: FinflowEvent }
  | { readonly kind: 'invalid'; readonly message: Message; readonly error: InvalidEvent }
);

/** Reads everything from now on, alone; nothing is remembered. */
export interface Follower {
  readonly topics: readonly Topic[];
  /** Done when it resolves; when it rejects, the same batch comes again, after a pause. */
  readonly handle: (batch: readonly Delivery[]) => Promise<void>;
  /** Default 500. */
  readonly maxBatch?: number;
}

export interface Subscription extends Follower {
  /** Members of one group share the topics. */
  readonly group: string;
  /** Where a new group begins; default 'beginning'. */
  readonly from?: 'beginning' | 'end';
}

/** Events of some organizations between two places. */
export interface Missed extends Omit<Stretch, 'isWanted'> {
  readonly topics: readonly Topic[];
  readonly organizationIds: ReadonlySet<string>;
}

/** The event log as the rooms know it. Adapters stand behind it; both directions check the schemas here. */
export interface Bus {
  /**
   * Stores events in this order; an event may be stored twice, never lost.
   * @throws InvalidEvent before anything is stored
   */
  publish(events: readonly FinflowEvent[]): Promise<void>;
  subscribe(subscription: Subscription): Promise<Subscribed>;
  follow(follower: Follower): Promise<Followed>;
  /** As `MessageLog.between`. */
  between(missed: Missed): Promise<readonly Delivery[] | null>;
  /** Puts aside what can't be handled, with the reason. */
  bury(letters: readonly DeadLetter[]): Promise<void>;
  deadLetters(limit: number): Promise<readonly DeadLetter[]>;
  /** Sends dead letters back to their topics, those that were not sent back before. Returns how many. */
  redrive(): Promise<number>;
  lag(group: string): Promise<readonly TopicLag[]>;
  /** Sets a stopped group back to the beginning: everything comes again. Inboxes keep effects single. */
  rewind(group: string, topics: readonly Topic[]): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export function createBus(log: MessageLog): Bus {
  return {
    publish: async (events) => log.append(events.map(toMessage)),
    subscribe: ({ group, topics, handle, maxBatch = 500, from = 'beginning' }) =>
      log.subscribe({
        group,
        topics,
        maxBatch,
        from,
        handle: (batch) => handle(batch.map(toDelivery)),
      }),
    follow: ({ topics, handle, maxBatch = 500 }) =>
      log.follow({ topics, maxBatch, handle: (batch) => handle(batch.map(toDelivery)) }),
    between: async ({ organizationIds, ...stretch }) => {
      const isWanted = ({ text }: Message) => isOfOneOf(organizationIds, text);
      const found = await log.between({ ...stretch, isWanted });
      return found?.map(toDelivery) ?? null;
    },
    bury: async (letters) => log.append(letters.map(fromDeadLetter)),
    deadLetters: async (limit) => (await log.read(deadLetterTopic, limit)).map(toDeadLetter),
    redrive: () => redrive(log),
    lag: (group) => log.lag(group),
    rewind: (group, topics) => log.rewind(group, topics),
    ping: () => log.ping(),
    close: () => log.close(),
  };
}

function toMessage(event: FinflowEvent): Message {
  checkEvent(event);
  const headers = { 'content-type': 'application/cloudevents+json' };
  return { topic: topicOf(event), key: event.subject, text: JSON.stringify(event), headers };
}

function toDelivery({ at, ...message }: StoredMessage): Delivery {
  try {
    const event = parseEvent(message.text, message.topic);
    return { kind: 'event', topic: topicOf(event), event, at };
  } catch (error) {
    if (error instanceof InvalidEvent) return { kind: 'invalid', message, error, at };
    throw error;
  }
}
