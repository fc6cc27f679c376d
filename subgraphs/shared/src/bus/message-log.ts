import type { Place, Spot } from './place.ts';

/** One message as an adapter stores it: text, not yet checked. */
export interface Message {
  readonly topic: string;
  /** Messages of one key and topic stay in order. */
  readonly key: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A message as it comes out of the log. */
export interface StoredMessage extends Message {
  readonly at: Spot;
}

/** Somebody who reads everything from now on, alone; where he stands is forgotten with him. */
export interface Following {
  readonly topics: readonly string[];
  /** At most so many messages are in memory at once. */
  readonly maxBatch: number;
  /** Done when it resolves; when it rejects, the same messages come again, after a pause. */
  readonly handle: (batch: readonly StoredMessage[]) => Promise<void>;
}

export interface MessageSubscription extends Following {
  /** Members of one group share the topics. */
  readonly group: string;
  /** Where a group begins that has never read a topic. */
  readonly from: 'beginning' | 'end';
}

/** What stands between two places. */
export interface Stretch {
  readonly topics: readonly string[];
  readonly from: Place;
  /** Of a strand that is further in `from` nothing is read. */
  readonly to: Place;
  /** Messages that are looked through, wanted or not. */
  readonly maxMessages: number;
  readonly isWanted: (message: Message) => boolean;
}

export interface Subscribed {
  /** No batch begins after this until `resume`. The group's other members don't take over. */
  pause(): void;
  resume(): void;
  /** Waits for the batch in hand, and leaves the group. */
  close(): Promise<void>;
}

export interface Followed extends Subscribed {
  /** Everything that is not read here comes. */
  readonly start: Place;
}

export interface TopicLag {
  readonly topic: string;
  /** Messages that the group has not yet handled. */
  readonly messages: number;
}

/**
 * What an adapter gives: an append-only, replayable log. At least once: a message comes again
 * when its handler failed, its process died, or its publisher was not sure.
 */
export interface MessageLog {
  /** Resolves when all are stored, in this order. */
  append(messages: readonly Message[]): Promise<void>;
  /** Resolves when the subscriber can miss nothing that is appended from now on. */
  subscribe(subscription: MessageSubscription): Promise<Subscribed>;
  /** As `subscribe`, of one who shares with nobody. */
  follow(following: Following): Promise<Followed>;
  /**
   * The wanted messages of a stretch, each strand in its order. Null when they can't all be told: there are more than `maxMessages`,
   * the oldest are kept no more, or the places are not of this log.
   */
  between(stretch: Stretch): Promise<readonly StoredMessage[] | null>;
  /** Whatever a topic holds, oldest first, at most `limit`. */
  read(topic: string, limit: number): Promise<readonly Message[]>;
  lag(group: string): Promise<readonly TopicLag[]>;
  /** Sets a group back to the beginning of topics. Stop its members first: Kafka refuses otherwise. */
  rewind(group: string, topics: readonly string[]): Promise<void>;
  /** Rejects with the reason when the log can't be reached now. */
  ping(): Promise<void>;
  /** Closes what is still subscribed, then the connections. */
  close(): Promise<void>;
}
