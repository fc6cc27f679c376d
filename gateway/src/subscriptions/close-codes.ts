/**
 * Why the gateway itself closes a socket. graphql-ws adds the protocol's own: 4400 malformed message, 4401 subscribed before the
 * acknowledgement, 4406 other subprotocol, 4408 no connection_init in time, 4409 an id twice, 4429 connection_init twice.
 */
export const closeCodes = {
  /** No credential, or one that is not or no longer good: come again with a fresh one. */
  forbidden: { code: 4403, reason: 'Forbidden' },
  expired: { code: 4403, reason: 'Token expired' },
  rightsChanged: { code: 4403, reason: 'Rights changed' },
  tooManySockets: { code: 4429, reason: 'Too many connections' },
  tooManyMessages: { code: 4429, reason: 'Too many messages' },
  tooManyGuesses: { code: 4429, reason: 'Too many attempts' },
  /** Come again, the feeds go on after the last event id. */
  tooSlow: { code: 1013, reason: 'Too slow' },
  /** Callers can't be verified at the moment. */
  unavailable: { code: 1013, reason: 'Try again later' },
  /** The gateway takes up another schema: come again, the feeds go on after the last event id. */
  restarting: { code: 1012, reason: 'Service restart' },
  goingAway: { code: 1001, reason: 'Going away' },
} as const;

export type CloseReason = keyof typeof closeCodes;
