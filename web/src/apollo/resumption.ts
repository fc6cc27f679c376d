import { ApolloLink } from '@apollo/client';
import { filter } from 'rxjs';

/** Remembers how far each subscription of a socket has been told, so that a lost socket misses nothing. */
export type Resumption = {
  /** The socket is open; what the server said with it. */
  readonly connected: (payload: unknown) => void;
  /** What came over the socket. */
  readonly received: (message: object) => void;
  /** `JSON.stringify`'s replacer of messages to the server: a subscription that is sent again says how far it was told. */
  readonly replacer: (key: string, value: unknown) => unknown;
};

/** @param onMissed called when a subscription comes back and nobody can say what it missed */
export function createResumption(onMissed: () => void): Resumption {
  /** By the id of the operation. Null: the server tells no event ids. */
  const lastEventIds = new Map<string, string | null>();
  let begin: string | null = null;

  function withLastEventId(message: Subscribe): object {
    const { id, payload } = message;
    const lastEventId = lastEventIds.get(id);
    if (lastEventId === undefined)
      lastEventIds.set(id, textIn(extensionsOf(payload), 'lastEventId') ?? begin);
    if (lastEventId === null) onMissed();
    if (typeof lastEventId !== 'string') return message;
    const extensions = { ...extensionsOf(payload), lastEventId };
    return { ...message, payload: { ...payload, extensions } };
  }

  /** A quiet subscription, too, moves on with the log: a busy house does not keep for ever what it was told last. */
  function toldByPong(payload: unknown): void {
    const eventId = textIn(payload, 'eventId');
    if (eventId === null) return;
    begin = eventId;
    const operations = valueIn(payload, 'operations');
    for (const id of Array.isArray(operations) ? operations : []) {
      if (lastEventIds.has(id)) lastEventIds.set(id, eventId);
    }
  }

  return {
    connected: (payload) => {
      begin = textIn(payload, 'eventId');
    },
    received: (message) => {
      if (isPong(message)) return toldByPong(message.payload);
      if (!isOfOperation(message)) return;
      if (message.type !== 'next') {
        lastEventIds.delete(message.id);
        return;
      }
      const eventId = textIn(extensionsOf(objectIn(message, 'payload')), 'eventId');
      if (eventId !== null) lastEventIds.set(message.id, eventId);
    },
    replacer: (key, value) => {
      if (key !== '' || !isOfOperation(value)) return value;
      if (value.type === 'complete') lastEventIds.delete(value.id);
      return isSubscribe(value) ? withLastEventId(value) : value;
    },
  };
}

/** Keeps from the screens the message that says there is a gap, and has what they show read anew. */
export const gapLink = (onMissed: () => void): ApolloLink =>
  new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      filter(({ errors }) => {
        const isGap = errors?.some(({ extensions }) => extensions?.['code'] === 'RESUME_GAP');
        if (isGap) onMissed();
        return !isGap;
      }),
    ),
  );

type OfOperation = { readonly id: string; readonly type: string };
type Subscribe = OfOperation & { readonly payload: object };

const isOfOperation = (value: unknown): value is OfOperation =>
  typeof value === 'object' &&
  value !== null &&
  textIn(value, 'id') !== null &&
  textIn(value, 'type') !== null;

const isPong = (
  message: object,
): message is { readonly type: 'pong'; readonly payload?: unknown } =>
  textIn(message, 'type') === 'pong';

const isSubscribe = (message: OfOperation): message is Subscribe =>
  message.type === 'subscribe' && objectIn(message, 'payload') !== null;

const extensionsOf = (payload: unknown): object | null => objectIn(payload, 'extensions');

function valueIn(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map(Object.entries(value)).get(name)
    : undefined;
}

function textIn(value: unknown, name: string): string | null {
  const found = valueIn(value, name);
  return typeof found === 'string' ? found : null;
}

function objectIn(value: unknown, name: string): object | null {
  const found = valueIn(value, name);
  return typeof found === 'object' ? found : null;
}
