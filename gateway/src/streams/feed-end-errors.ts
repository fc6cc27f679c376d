import type { FeedEnd } from '../subscriptions/feed-port.ts';

/** An error of the stream itself, as a client sees it. */
export type StreamError = {
  readonly message: string;
  readonly extensions: { readonly code: string };
};

/** Why a stream ended that its client did not end; null when there is nothing to tell. */
export function errorOfEnd(end: FeedEnd): StreamError | null {
  switch (end) {
    case 'complete':
    case 'stopped':
      return null;
    case 'expired':
      return error('UNAUTHENTICATED', 'The credential has ended. Come again with a fresh one.');
    case 'rightsChanged':
      return error(
        'RIGHTS_CHANGED',
        'The rights have changed. Come again with a fresh credential.',
      );
    case 'tooSlow':
      return error('TOO_SLOW', 'Events came faster than they were read. Come again.');
    case 'draining':
    case 'unavailable':
      return error('SERVICE_UNAVAILABLE', 'The stream was interrupted. Come again.');
    default:
      return end satisfies never;
  }
}

const error = (code: string, message: string): StreamError => ({ message, extensions: { code } });
