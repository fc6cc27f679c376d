import type { AnomalyStatus } from '../../__generated__/schema.ts';
import { addressOf, readOneOf } from '../../lib/url-state.ts';

type Shown = AnomalyStatus | 'ALL';

export const anomalyViews: readonly { readonly label: string; readonly shown: Shown }[] = [
  { label: 'To look at', shown: 'OPEN' },
  { label: 'Expected', shown: 'EXPECTED' },
  { label: 'Confirmed', shown: 'CONFIRMED' },
  { label: 'All', shown: 'ALL' },
];

/** Which anomalies the address asks for; without a word, those that nobody has looked at. */
export const readShown = (params: URLSearchParams): Shown =>
  readOneOf(
    params,
    'status',
    anomalyViews.map(({ shown }) => shown),
  ) ?? 'OPEN';

/** The address of the list of these. */
export function anomaliesPath(shown: Shown): string {
  return addressOf('/anomalies', { status: shown === 'OPEN' ? null : shown });
}
