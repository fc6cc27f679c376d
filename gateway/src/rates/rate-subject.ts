import { isIPv6 } from 'node:net';
import type { Viewer } from '@finflow/shared/viewer';

/** By what callers are told apart when their calls are counted. `credentials` counts those that were no good. */
export type RateClass = 'user' | 'partner' | 'link' | 'address' | 'credentials';

/** Whose calls are counted together. */
export type RateSubject = { readonly class: RateClass; readonly key: string };

/** Who pays for an operation: the user, the API key, the payment link, or without a credential the network address. */
export function rateSubjectOf(viewer: Viewer, address: string): RateSubject {
  switch (viewer.kind) {
    case 'anonymous':
      return { class: 'address', key: networkOf(address) };
    case 'user':
      return { class: 'user', key: viewer.userId };
    case 'partner':
      return { class: 'partner', key: viewer.apiKeyId };
    case 'payer':
      return { class: 'link', key: viewer.invoiceId };
    default:
      return viewer satisfies never;
  }
}

/** Who pays for a credential that is no good. */
export const guesserOf = (address: string): RateSubject => ({
  class: 'credentials',
  key: networkOf(address),
});

/** The network that an address belongs to: itself in IPv4; in IPv6 the /64, which one subscriber has whole. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array<string>(zeros).fill('0'), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
