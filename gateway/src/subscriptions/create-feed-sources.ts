import { GraphQLError } from 'graphql';
import { feedsSubgraph } from '../supergraph/supergraph.ts';
import type { SubgraphTransport } from '../transports/subgraph-transport.ts';
import type { ViewerSigner } from '../viewer/viewer-signer.ts';
import { busSource, type BusSourceOptions } from './bus-feed-source.ts';
import type { FeedSource, FeedSources } from './feed-source.ts';
import { isFeedField } from './feeds.ts';
import { subgraphSource } from './subgraph-feed-source.ts';

export type FeedSourcesOptions = BusSourceOptions & {
  readonly transports: Readonly<Record<string, SubgraphTransport>>;
  readonly signer: ViewerSigner;
};

/** The bus for the fields of the virtual subgraph; for any other the subgraph that serves it. */
export const createFeedSources =
  ({ transports, signer, ...options }: FeedSourcesOptions): FeedSources =>
  (step, { feed: { field }, args }, subscriber) => {
    if (!step || step.subgraph === feedsSubgraph) {
      return isFeedField(field)
        ? busSource(options, { field, args }, subscriber.caller.viewer)
        : silence;
    }
    const { nowMs } = options;
    const feeds = transports[step.subgraph]?.feeds;
    if (feeds) return subgraphSource({ feeds, step, subscriber, signer, nowMs });
    throw new GraphQLError('This feed can’t be had at the moment.', {
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    });
  };

/** Of a feed that a subgraph serves, for who may see nothing of it. */
const nothingYet = { missed: [], sequence: 0, id: () => null };
const silence: FeedSource = {
  now: () => nothingYet,
  after: () => nothingYet,
  listen: () => () => undefined,
};
