import type { WebSocket } from 'ws';

export type MessageLimit = {
  readonly maxPerMinute: number;
  readonly nowMs: () => number;
  /** Called once. */
  readonly onTooMany: () => void;
};

const minuteMs = 60_000;

/** Counts the messages of one socket, those of the protocol too: each is parsed, and a ping is answered. */
export function limitMessages(
  socket: Pick<WebSocket, 'on' | 'removeAllListeners'>,
  { maxPerMinute, nowMs, onTooMany }: MessageLimit,
): void {
  let endsAtMs = nowMs() + minuteMs;
  let left = maxPerMinute;
  const count = () => {
    if (nowMs() >= endsAtMs) {
      endsAtMs = nowMs() + minuteMs;
      left = maxPerMinute;
    }
    left -= 1;
    if (left >= 0) return;
    // A client may be slow to close, and go on sending: nobody listens to it any more.
    socket.removeAllListeners('message');
    onTooMany();
  };
  socket.on('message', count);
}
