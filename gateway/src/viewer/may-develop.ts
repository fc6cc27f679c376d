import type { Viewer } from '@finflow/shared/viewer';

/**
 * Who builds on the API rather than uses the app: programs with an API key, and the owners and administrators of an organization. They could give themselves an API key
 * at any time, so there is no sense in refusing them what a key may do: read the schema and send operations of their own.
 */
export function mayDevelop(viewer: Viewer): boolean {
  switch (viewer.kind) {
    case 'user':
      return viewer.role === 'OWNER' || viewer.role === 'ADMIN';
    case 'partner':
      return true;
    case 'anonymous':
    case 'payer':
      return false;
    default:
      return viewer satisfies never;
  }
}
