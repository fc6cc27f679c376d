import type { Viewer } from '@finflow/shared/viewer';
import type { WebSocket } from 'ws';
import { gatewayMetrics } from '../metrics.ts';
import type { Caller } from '../viewer/read-viewer.ts';
import { closeCodes, type CloseReason } from './close-codes.ts';
import type { RightsChanged } from './feed-hub.ts';

/** One socket of a verified caller. */
export type Connection = {
  readonly caller: Caller;
  readonly address: string;
  readonly userAgent: string;
  readonly close: (reason: CloseReason) => void;
};

export type Connections = {
  /** Null, and the socket is closed, when this caller has too many already. */
  open(
    socket: WebSocket,
    caller: Caller,
    from: { address: string; userAgent: string },
  ): Connection | null;
  /** Closes the sockets of whom it concerns, so that they come again with their new rights, if any. */
  readonly closeFor: (change: RightsChanged) => void;
};

/** Keeps the open sockets: counts them by caller, and closes each when its credential ends. */
export function createConnections(maxPerViewer: number, nowMs: () => number): Connections {
  const open = new Map<string, Set<Connection>>();
  const { sockets } = gatewayMetrics();
  return {
    open: (socket, caller, from) => {
      const key = viewerKey(caller.viewer);
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
      const expiry = closeAtExpiry(connection, nowMs);
      socket.once('close', () => {
        clearTimeout(expiry);
        sockets.dec();
        siblings.delete(connection);
        if (siblings.size === 0 && open.get(key) === siblings) open.delete(key);
      });
      return connection;
    },
    closeFor: (change) => {
      for (const connection of [...open.values()].flatMap((siblings) => [...siblings])) {
        if (isOf(connection.caller.viewer, change)) connection.close('rightsChanged');
      }
    },
  };
}

export function closeSocket(socket: WebSocket, reason: CloseReason): void {
  gatewayMetrics().socketsClosed.inc({ reason });
  socket.close(closeCodes[reason].code, closeCodes[reason].reason);
}

function closeAtExpiry(
  { caller, close }: Connection,
  nowMs: () => number,
): NodeJS.Timeout | undefined {
  if (!caller.expiresAt) return undefined;
  return setTimeout(
    () => close('expired'),
    Math.max(0, caller.expiresAt.getTime() - nowMs()),
  ).unref();
}

function isOf(viewer: Viewer, { organizationId, userId }: RightsChanged): boolean {
  const isOrganization =
    organizationId === null ||
    (viewer.kind !== 'anonymous' && viewer.organizationId === organizationId);
  const isUser = userId === null || (viewer.kind === 'user' && viewer.userId === userId);
  return isOrganization && isUser;
}

function viewerKey(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'user':
      return `user ${viewer.userId}`;
    case 'payer':
      return `invoice ${viewer.invoiceId}`;
    default:
      return viewer satisfies never;
  }
}
