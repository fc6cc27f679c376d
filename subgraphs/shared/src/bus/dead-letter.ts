import type { Message } from './message-log.ts';

/** A message that could not be handled, why, and by whom. */
export interface DeadLetter {
  readonly message: Message;
  readonly consumer: string;
  readonly error: { readonly name: string; readonly message: string };
  readonly attempts: number;
  /** RFC 3339, UTC. */
  readonly buriedAt: string;
}

export const deadLetterTopic = 'dead_letters';

/** As it is stored: the text untouched, everything else in headers. */
export function fromDeadLetter(letter: DeadLetter): Message {
  const { message, consumer, error, attempts, buriedAt } = letter;
  return {
    topic: deadLetterTopic,
    key: message.key,
    text: message.text,
    headers: {
      ...message.headers,
      'x-topic': message.topic,
      'x-consumer': consumer,
      'x-error': error.name,
      'x-error-message': error.message.slice(0, 1000),
      'x-attempts': String(attempts),
      'x-buried-at': buriedAt,
    },
  };
}

export function toDeadLetter(stored: Message): DeadLetter {
  const { 'x-topic': topic, 'x-consumer': consumer, 'x-error': name, ...others } = stored.headers;
  const {
    'x-error-message': message,
    'x-attempts': attempts,
    'x-buried-at': at,
    ...headers
  } = others;
  return {
    message: { topic: topic ?? '', key: stored.key, text: stored.text, headers },
    consumer: consumer ?? '',
    error: { name: name ?? '', message: message ?? '' },
    attempts: Number(attempts ?? 0),
    buriedAt: at ?? '',
  };
}
