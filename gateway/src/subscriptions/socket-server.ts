import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { graphqlPath } from '../http/graphql-answer.ts';
import { isForeignOrigin } from '../http/origin.ts';
import { closeSocket } from './connections.ts';
import { limitMessages } from './message-limit.ts';
import { createSocketProtocol, type SocketProtocolOptions } from './socket-protocol.ts';

export type SocketServerOptions = SocketProtocolOptions & {
  /** Origins of pages that may open a socket, beside the one that served the page. */
  readonly origins: readonly string[];
};

export type SocketServer = {
  /** Tells every client to come again (1012), spread over a while; new sockets are welcome meanwhile. */
  drain(overMs: number): Promise<void>;
  /** Tells every client to go elsewhere (1001), and waits until they have gone. */
  close(): Promise<void>;
};

const maxMessageBytes = 256 * 1024;
/** After this a client that does not answer the closing handshake is cut off. */
const closeTimeoutMs = 5_000;

/** Subscriptions over the protocol graphql-transport-ws, at the same address as queries. */
export function attachSocketServer(server: Server, options: SocketServerOptions): SocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  // `isProd`: the reason of a 4500 is for strangers too, so it says nothing of the fault.
  const protocol = { ...createSocketProtocol(options), isProd: true };
  const graphql = useServer(protocol, sockets, options.limits.socketPingMs);
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = refusalOf(request, options.origins);
    if (refusal) return refuse(socket, refusal);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      limitMessages(opened, {
        maxPerMinute: options.limits.maxMessagesPerMinute,
        nowMs: Date.now,
        onTooMany: () => closeSocket(opened, 'tooManyMessages'),
      });
      sockets.emit('connection', opened, request);
    });
  };
  server.on('upgrade', onUpgrade);
  return {
    drain: (overMs) => options.connections.closeAll('restarting', overMs),
    close: async () => {
      server.off('upgrade', onUpgrade);
      const cutOff = () => sockets.clients.forEach((client) => client.terminate());
      const timer = setTimeout(cutOff, closeTimeoutMs);
      await graphql.dispose();
      clearTimeout(timer);
    },
  };
}

/** A page of another origin gets no socket; programs, which send no Origin, do. Cookies count for nothing here either way. */
function refusalOf({ url = '', headers }: IncomingMessage, origins: readonly string[]) {
  if (url.split('?')[0] !== graphqlPath) return '404 Not Found';
  return isForeignOrigin(headers, origins) ? '403 Forbidden' : null;
}

/** Node leaves an upgrading connection wholly to its handler: whoever resets it must not end the process, nor keep it open. */
function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
