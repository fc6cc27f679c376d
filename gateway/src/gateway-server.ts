import type { Server } from 'node:http';
import { createExplorerAnswer } from './explorer/explorer-answer.ts';
import { createGraphqlAnswer } from './http/graphql-answer.ts';
import { createForwardsAnswer, finflowForwards } from './http/forwards.ts';
import { createCors } from './http/cors.ts';
import { createHttpServer } from './http/http-server.ts';
import { createOperationsAnswer } from './http/operations-answer.ts';
import { createStaticAnswer } from './http/static-answer.ts';
import { securityHeaders } from './http/security-headers.ts';
import { callerByTicketOr } from './streams/event-source.ts';
import { createTicketAnswer } from './streams/ticket-answer.ts';
import { allReady } from './ready.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { GatewayParts } from './gateway-parts.ts';
import type { HttpFeeds } from './streams/http-feeds.ts';
import type { Engines } from './supergraph/engines.ts';

/** The gateway's HTTP server: who answers what, and what every answer carries. */
export function createGatewayServer(
  options: GatewayOptions,
  parts: GatewayParts,
  { engines, streams }: { readonly engines: Engines; readonly streams: HttpFeeds },
): Server {
  const { introspection = 'everybody', publicUrl, elementsOrigin = null } = options;
  return createHttpServer({
    answers: [
      createExplorerAnswer(introspection),
      createTicketAnswer(parts.tickets, parts.callerOf),
      createGraphqlAnswer({
        ...parts,
        server: engines,
        feeds: streams,
        callerOf: callerByTicketOr(parts.callerOf, parts.tickets, parts.origins),
      }),
      createOperationsAnswer(() => allReady({ ...options.transports, bus: options.bus })),
      createForwardsAnswer(options.forwards ?? finflowForwards, options.transports),
      ...(options.webRoot ? [createStaticAnswer(options.webRoot)] : []),
    ],
    headers: securityHeaders({ publicUrl, elementsOrigin }),
    cors: createCors({ origins: [], credentials: false, ...options.cors }),
    trustProxy: parts.trustProxy,
  });
}
