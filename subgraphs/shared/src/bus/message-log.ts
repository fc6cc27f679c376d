/** One message as an adapter stores it: text, not yet checked. */
export interface Message {
  readonly topic: string;
  /** Messages of one key and topic stay in order. */
  readonly key: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface MessageSubscription {
  /** Members of one group share the topics. Null: this subscriber alone, from now on, nothing remembered. */
  readonly group: string | null;
  readonly topics: readonly string[];
  /** At most so many messages are in memory at once. */
  readonly maxBatch: number;
  /** Where a group begins that has never read a topic. */
  readonly from: 'beginning' | 'end';
  /** Done when it resolves; when it rejects, the same messages come again, after a pause. */
  readonly handle: (batch: readonly Message[]) => Promise<void>;
}

export interface Subscribed {
  /** No batch begins after this until `resume`. The group's other members don't take over. */
  pause(): void;
  resume(): void;
  /** Waits for the batch in hand, and leaves the group. */
  close(): Promise<void>;
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
