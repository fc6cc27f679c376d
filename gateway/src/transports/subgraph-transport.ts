import type { SubgraphResponse } from '@finflow/shared/graphql/subgraph';
import type { HttpRequest, HttpResponse } from '@finflow/shared/http/route';
import type { Viewer } from '@finflow/shared/viewer';
import type { SubgraphFeeds } from './subgraph-feeds.ts';
import type { CallerPresence } from '../request-context.ts';
import type { SubgraphCall } from './subgraph-source.ts';

/** One operation on its way to a subgraph. */
export type TransportRequest = Omit<SubgraphCall, 'subgraph' | 'representations'> & {
  readonly representations?: SubgraphCall['representations'] | undefined;
  readonly viewer: Viewer;
  /** The viewer, signed: for a way that leads out of this process. */
  readonly signature: () => Promise<string>;
  /** Request id, trace, address. Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Until when an answer is of use, milliseconds since 1970. */
  readonly deadlineAtMs: number;
  /** Of all who wait for the answer: when they are gone a query may be given up. Left out: somebody waits to the end. */
  readonly presence?: CallerPresence | undefined;
};

/** How the gateway reaches a subgraph: in the same process, or over HTTP. */
export type SubgraphTransport = {
  /** Nothing can get lost on the way, so there is nothing to try again. */
  readonly isInProcess?: true;
  /**
   * Asks once.
   * @throws SubgraphUnavailable when there is no GraphQL answer
   * @throws DeadlineExceeded when there is none in time, CallerGone when nobody waits for it any more
   */
  execute(request: TransportRequest): Promise<SubgraphResponse>;
  /**
   * Hands on a request to one of the subgraph's own addresses, its body untouched.
   * @throws SubgraphUnavailable
   */
  forward(request: HttpRequest): Promise<HttpResponse>;
  /** Subscriptions that the subgraph serves itself. Left out: it serves none. */
  readonly feeds?: SubgraphFeeds;
  /** Resolves when the subgraph can serve; rejects with the reason when it can't. */
  ready(): Promise<void>;
  /** Lets go of connections. */
  close?(): Promise<void>;
};

/** A subgraph gave no answer: it is down, too slow, or spoke something else than GraphQL. */
export class SubgraphUnavailable extends Error {
  override readonly name: string = 'SubgraphUnavailable';
}

/** So many calls wait for a subgraph already that one more is not taken. Nothing was sent. */
export class SubgraphBusy extends SubgraphUnavailable {
  override readonly name = 'SubgraphBusy';
}

/** It took the call and said nothing for as long as one may. Asking again would only wait as long once more. */
export class SubgraphSilent extends SubgraphUnavailable {
  override readonly name = 'SubgraphSilent';
}

/** It failed so often in a row that it isn't asked for a while. Nothing was sent. */
export class CircuitOpen extends SubgraphUnavailable {
  override readonly name = 'CircuitOpen';
}

/** The operation's time was over before the subgraph answered. Says nothing about the subgraph. */
export class DeadlineExceeded extends Error {
  override readonly name: string = 'DeadlineExceeded';
}

/** Nobody waits for the answer any more. Says nothing about the subgraph. */
export class CallerGone extends DeadlineExceeded {
  override readonly name = 'CallerGone';
}
