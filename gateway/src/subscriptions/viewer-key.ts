import type { Viewer } from '@finflow/shared/viewer';
import type { RightsChanged } from '../viewer/rights-changed.ts';

/** One caller, whatever credential of his is presented: what limits count by. */
export function viewerKey(viewer: Viewer): string {
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

/** Whether a change of rights concerns the caller. */
export function isConcerned(
  viewer: Viewer,
  { organizationId, userId, apiKeyId, sessionId }: RightsChanged,
): boolean {
  const isOrganization =
    organizationId === null ||
    (viewer.kind !== 'anonymous' && viewer.organizationId === organizationId);
  const isUser = userId === null || (viewer.kind === 'user' && viewer.userId === userId);
  const isKey = apiKeyId === null || (viewer.kind === 'partner' && viewer.apiKeyId === apiKeyId);
  const isSession =
    sessionId === null || (viewer.kind === 'user' && viewer.sessionId === sessionId);
  return isOrganization && isUser && isKey && isSession;
}
