/** On Kafka an id has a number for each partition of what its feed tells of. */
const longestId = 8_000;

/** The id of the last message that a client has seen, by what it sent as one; null when it sent none that could be. */
export const toLastEventId = (sent: unknown): string | null =>
  typeof sent === 'string' && sent !== '' && sent.length <= longestId ? sent : null;

/** What an operation's extensions have for it. */
export const lastEventIdIn = (extensions: unknown): unknown =>
  typeof extensions === 'object' && extensions !== null && 'lastEventId' in extensions
    ? extensions.lastEventId
    : null;
