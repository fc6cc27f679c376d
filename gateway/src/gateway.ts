import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeServer } from '@finflow/shared/http/serve';
import { collectProcessMetrics } from '@finflow/shared/http/operations-routes';
import { createHttpFeeds } from './streams/http-feeds.ts';
import { createFeedSources } from './subscriptions/create-feed-sources.ts';
import { createFeeds, type Feeds } from './subscriptions/create-feeds.ts';
import { createFeedHub } from './subscriptions/feed-hub.ts';
import { attachSocketServer } from './subscriptions/socket-server.ts';
import { createEngines } from './supergraph/engines.ts';
import { inTurns } from './supergraph/in-turn.ts';
import { createReload, type Reload } from './supergraph/reload.ts';
import { warmUpBehind } from './supergraph/warm-up.ts';
import { engineBuilder } from './gateway-engine.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { gatewayParts } from './gateway-parts.ts';
import { createGatewayServer } from './gateway-server.ts';

export type { GatewayOptions } from './gateway-options.ts';

/** Over how long those who are subscribed are told of a reload, so that they don't all come back in one moment. */
const drainOnReloadMs = 10_000;

export type Gateway = {
  /** @throws Error EADDRINUSE or EACCES when the port can't be had */
  listen(address: { readonly port: number; readonly host?: string }): Promise<{ port: number }>;
  /**
   * Takes up another supergraph, or refuses it and goes on with the one before. No request is lost; who is subscribed is told to come
   * again, and goes on after the last event id.
   */
  readonly reload: Reload;
  /**
   * Tells who is subscribed to come again, spread over a while: they go on after their last event id, here or at another gateway.
   * After a change of the supergraph, or before a restart that should not bring all back in one moment.
   */
  drain(overMs: number): Promise<void>;
  /** Takes nothing new, lets what runs come to its end, then closes. */
  close(): Promise<void>;
};

/** Builds the one public door from its parts. It listens to the bus at once, to the world only when it is told to. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const parts = gatewayParts(options);
  const streams = createHttpFeeds((request) => feeds.open(request));
  const position: Feeds['position'] = (organizationId) => feeds.position(organizationId);
  const build = engineBuilder(options, parts, { streams, position });
  const engines = createEngines(await build(options.supergraphSdl, inTurns()));
  const hub = await createFeedHub({
    bus: options.bus,
    maxReplayed: parts.limits.maxReplayedEvents,
    maxReplayRead: parts.limits.maxReplayRead,
    // What an event makes its subscribers ask must not be answered by a call that began before it.
    onEvent: () => parts.callSharing.forget(),
  });
  const sources = createFeedSources({ ...parts, hub, transports: options.transports });
  const feeds = createFeeds({ ...parts, hub, sources, engine: engines.current().feeds });
  hub.onRightsChanged(parts.apiKeys.forget);
  hub.onRightsChanged(parts.endedRights.note); // Before anything is closed: who comes again at once is judged anew.
  hub.onRightsChanged(feeds.endFor);
  hub.onRightsChanged(parts.connections.closeFor);
  collectProcessMetrics();
  const server = createGatewayServer(options, parts, { engines, streams });
  const sockets = attachSocketServer(server, { ...parts, feeds });
  const drain = async (overMs: number) => {
    await Promise.all([feeds.drain(overMs), sockets.drain(overMs)]);
  };
  const closing = new AbortController();
  const { operations } = parts.persisted;
  return {
    listen: async ({ port, host = '0.0.0.0' }) => {
      const listening = await listen(server, port, host);
      void warmUpBehind(engines.current(), operations, closing.signal);
      return listening;
    },
    reload: createReload({
      engines,
      build,
      operations,
      onReloaded: (engine) => {
        feeds.reload(engine.feeds);
        void drain(options.drainOnReloadMs ?? drainOnReloadMs);
      },
    }),
    drain,
    close: async () => {
      closing.abort();
      const closed = Promise.all([closeServer(server), sockets.close()]);
      feeds.stop();
      await closed;
      await hub.close();
      await engines.stop();
      await parts.rates?.close();
      await Promise.all(
        Object.values(options.transports).map(async (transport) => transport.close?.()),
      );
    },
  };
}

async function listen(server: Server, port: number, host: string): Promise<{ port: number }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { port: (server.address() as AddressInfo).port };
}
