import type { WebSocket } from 'ws';
import { gatewayMetrics } from '../metrics.ts';
import { whenExpired } from '../viewer/credential-expiry.ts';
import type { Caller } from '../viewer/read-viewer.ts';
import { closeCodes, type CloseReason } from './close-codes.ts';
import { isConcerned, type RightsChanged } from '../viewer/rights-changed.ts';
import { limitKey } from './limit-key.ts';
import { inSlices } from './slices.ts';

/** One socket of a verified caller. */
export type Connection = {
  readonly caller: Caller;
  readonly address: string;
  readonly userAgent: string;
  readonly close: (reason: CloseReason) => void;
};

export type Connections = {
  /** Null when the client has left meanwhile, and when this caller has too many already; then the socket is closed. */
  open(
    socket: WebSocket,
    caller: Caller,
    from: { address: string; userAgent: string },
  ): Connection | null;
  /** Closes the sockets of whom it concerns, so that they come again with their new rights, if any. */
  readonly closeFor: (change: RightsChanged) => void;
  /** Closes all that are open now, spread over a while. Resolves when all were told. */
  closeAll(reason: CloseReason, overMs: number): Promise<void>;
};

/** Keeps the open sockets: counts them by caller, and closes each when its credential ends. */
export function createConnections(maxPerViewer: number, nowMs: () => number): Connections {
  const open = new Map<string, Set<Connection>>();
  const { sockets } = gatewayMetrics();
  const all = () => [...open.values()].flatMap((siblings) => [...siblings]);
  return {
    open: (socket, caller, from) => {
      if (socket.readyState === socket.CLOSED) return null; // It would never be counted out again.
      const key = limitKey(caller.viewer);
      const siblings = open.get(key) ?? new Set();
      if (siblings.size >= maxPerViewer) {
        closeSocket(socket, 'tooManySockets');
        return null;
      }
      const connection: Connection = {
        caller,
        ...from,
        close: (reason) => closeSocket(socket, reason),
      };
      open.set(key, siblings.add(connection));
      sockets.inc();
      const cancelExpiry = whenExpired(caller, nowMs, () => connection.close('expired'));
      socket.once('close', () => {
        cancelExpiry();
        sockets.dec();
        siblings.delete(connection);
        if (siblings.size === 0 && open.get(key) === siblings) open.delete(key);
      });
      return connection;
    },
    closeAll: (reason, overMs) => inSlices(all(), overMs, (connection) => connection.close(reason)),
    closeFor: (change) => {
      for (const connection of all()) {
        if (isConcerned(connection.caller, change)) connection.close('rightsChanged');
      }
    },
  };
}

export function closeSocket(socket: WebSocket, reason: CloseReason): void {
  if (socket.readyState !== socket.OPEN) return; // Told already.
  gatewayMetrics().socketsClosed.inc({ reason });
  socket.close(closeCodes[reason].code, closeCodes[reason].reason);
}
