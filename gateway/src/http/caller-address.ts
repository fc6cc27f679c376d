import type { IncomingMessage } from 'node:http';

/**
 * The caller's network address. X-Forwarded-For is believed only behind a proxy of ours, which appends the address that it saw:
 * the last one. Otherwise anybody could write what they like, and rate limits would count for nothing.
 */
export function callerAddress(incoming: IncomingMessage, trustProxy: boolean): string {
  const direct = incoming.socket.remoteAddress ?? '';
  if (!trustProxy) return direct;
  const forwarded = incoming.headers['x-forwarded-for'];
  const hops = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',');
  return hops.at(-1)?.trim() || direct;
}
