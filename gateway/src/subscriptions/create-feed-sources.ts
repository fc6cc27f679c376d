import { GraphQLError } from 'graphql';
import { feedsSubgraph } from '../supergraph/supergraph.ts';
import type { SubgraphTransport } from '../transports/subgraph-transport.ts';
import type { ViewerSigner } from '../viewer/viewer-signer.ts';
import { busSource } from './bus-feed-source.ts';
import type { FeedHub } from './feed-hub.ts';
import type { FeedSources } from './feed-source.ts';
import { subgraphSource } from './subgraph-feed-source.ts';

export type FeedSourcesOptions = {
  readonly hub: FeedHub;
  readonly transports: Readonly<Record<string, SubgraphTransport>>;
  readonly signer: ViewerSigner;
  readonly nowMs: () => number;
};

/** The bus for the fields of the virtual subgraph; for any other the subgraph that serves it. */
export const createFeedSources =
  ({ hub, transports, signer, nowMs }: FeedSourcesOptions): FeedSources =>
  (step, wanted, subscriber) => {
    if (!step || step.subgraph === feedsSubgraph) {
      return busSource(hub, wanted, subscriber.caller.viewer);
    }
    const feeds = transports[step.subgraph]?.feeds;
    if (feeds) return subgraphSource({ feeds, step, subscriber, signer, nowMs });
    throw new GraphQLError('This feed can’t be had at the moment.', {
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    });
  };
