import type { Viewer } from '@finflow/shared/viewer';

/** One caller, whatever credential of his is presented: what limits count by. */
export function limitKey(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'user':
      return `user ${viewer.userId}`;
    case 'partner':
      return `key ${viewer.apiKeyId}`;
    case 'payer':
      return `invoice ${viewer.invoiceId}`;
    default:
      return viewer satisfies never;
  }
}
