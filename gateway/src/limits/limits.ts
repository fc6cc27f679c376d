/** Limits of one operation and one connection. The README lists them with their reasons. */
export type Limits = {
  /** Bytes of a JSON body. */
  readonly maxBodyBytes: number;
  /** Bytes of one uploaded file. */
  readonly maxFileBytes: number;
  /** Lexical tokens of a document. */
  readonly maxTokens: number;
  /** Nested fields; introspection is not counted. */
  readonly maxDepth: number;
  /** Aliased fields of a document, fragments counted where they are spread. */
  readonly maxAliases: number;
  /** Fields at the root of an operation, those of its fragments included. */
  readonly maxRootFields: number;
  /** Fields, spreads and inline fragments that stand in a document: validating it compares them with each other. */
  readonly maxSelections: number;
  /** The same of an operation, fragments counted where they are spread: planning goes through each of them. */
  readonly maxSpreadOutSelections: number;
  /** Fragments of a document. */
  readonly maxFragments: number;
  /** Directives in an operation, fragments counted where they are spread. */
  readonly maxDirectives: number;
  /** Values in the variables, however they are nested. */
  readonly maxVariableValues: number;
  /** Milliseconds for a whole operation, whatever it asks of subgraphs. */
  readonly operationTimeoutMs: number;
  /** Open sockets of one user or one payment link. */
  readonly maxSocketsPerViewer: number;
  /** How long a socket may be open without saying who it is, milliseconds. */
  readonly socketInitTimeoutMs: number;
  /** How often a socket is pinged, milliseconds. One that does not answer for as long is cut off. */
  readonly socketPingMs: number;
  /** Running subscriptions of one socket. */
  readonly maxSubscriptionsPerSocket: number;
  /** Running subscriptions of one user or one payment link, over all transports. */
  readonly maxSubscriptionsPerViewer: number;
  /** Messages of one socket in a minute, pings included. */
  readonly maxMessagesPerMinute: number;
  /** How often a socket with running feeds is told how far the log was heard, milliseconds. Far less than what is looked through for who comes back. */
  readonly standingEveryMs: number;
  /** Executions of feeds at once. Far below what waits for a subgraph, so that an event never crowds out queries. */
  readonly maxFeedExecutions: number;
  /** Events that wait for one subscription whose client reads slowly. */
  readonly maxQueuedEvents: number;
  /** Events of one organization that a client may miss and still go on after its last event id. */
  readonly maxReplayedEvents: number;
  /** Messages of the log, whosever they are, that are looked through for what was missed. */
  readonly maxReplayRead: number;
};

export const defaultLimits: Limits = {
  maxBodyBytes: 1024 * 1024,
  maxFileBytes: 32 * 1024 * 1024,
  maxTokens: 4_000,
  maxDepth: 14,
  maxAliases: 60,
  maxRootFields: 30,
  maxSelections: 500,
  maxSpreadOutSelections: 2_000,
  maxFragments: 50,
  maxDirectives: 50,
  maxVariableValues: 20_000,
  operationTimeoutMs: 30_000,
  maxSocketsPerViewer: 30,
  socketInitTimeoutMs: 10_000,
  socketPingMs: 12_000,
  maxSubscriptionsPerSocket: 40,
  maxSubscriptionsPerViewer: 300,
  maxMessagesPerMinute: 600,
  standingEveryMs: 60_000,
  maxFeedExecutions: 100,
  maxQueuedEvents: 5_000,
  maxReplayedEvents: 5_000,
  maxReplayRead: 20_000,
};
