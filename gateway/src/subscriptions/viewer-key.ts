import type { Viewer } from '@finflow/shared/viewer';
import type { RightsChanged } from './feed-hub.ts';

/** One caller, whatever credential of his is presented: what limits count by. */
export function viewerKey(viewer: Viewer): string {
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

/** Whether a change of rights concerns the caller. */
export function isConcerned(viewer: Viewer, { organizationId, userId }: RightsChanged): boolean {
  const isOrganization =
    organizationId === null ||
    (viewer.kind !== 'anonymous' && viewer.organizationId === organizationId);
  const isUser = userId === null || (viewer.kind === 'user' && viewer.userId === userId);
  return isOrganization && isUser;
}
