import type { SubgraphRequest, SubgraphResponse } from '@finflow/shared/graphql/subgraph';
import type { HttpRequest, HttpResponse } from '@finflow/shared/http/route';

/** How the gateway reaches a subgraph: in the same process, or over HTTP. */
export type SubgraphTransport = {
  /** @throws SubgraphUnavailable when there is no GraphQL answer */
  execute(request: SubgraphRequest): Promise<SubgraphResponse>;
  /**
   * Hands on a request to one of the subgraph's own addresses, its body untouched.
   * @throws SubgraphUnavailable
   */
  forward(request: HttpRequest): Promise<HttpResponse>;
  /** Resolves when the subgraph can serve; rejects with the reason when it can't. */
  ready(): Promise<void>;
};

/** A subgraph gave no answer: it is down, too slow, or spoke something else than GraphQL. */
export class SubgraphUnavailable extends Error {
  override readonly name = 'SubgraphUnavailable';
}
