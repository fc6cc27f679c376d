/**
 * Why the gateway itself closes a socket. graphql-ws adds the protocol's own: 4400 malformed message, 4401 subscribed before the
 * acknowledgement, 4403 nobody that we know, 4406 other subprotocol, 4408 no connection_init in time, 4409 an id twice, 4429 connection_init
 * twice, 4500 a fault, 1001 going away.
 */
export const closeCodes = {
  /** The credential is no longer good: come again with a fresh one. */
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
} as const;

export type CloseReason = keyof typeof closeCodes;
