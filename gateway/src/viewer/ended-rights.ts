import { accessTokenSeconds } from '@finflow/shared/access-token';
import { LRUCache } from 'lru-cache';
import type { Caller } from './read-viewer.ts';
import { isConcerned, type RightsChanged } from './rights-changed.ts';

/** Access tokens whose rights ended before they expire: of a session that was ended, a member with another role, a deleted user. */
export type EndedRights = {
  readonly note: (change: RightsChanged) => void;
  /** True when what the caller may do has changed since his token was signed, as far as this process has heard. */
  readonly hasEnded: (caller: Caller) => boolean;
};

/** No token that was signed before a change lives longer. The minute is for clocks that differ. */
const rememberedMs = (accessTokenSeconds + 60) * 1_000;
const maxRemembered = 50_000;

/**
 * Remembers whose rights ended for as long as a token of before is good: without that whoever was put out could come again with it for
 * minutes. API keys are not in it: auth is asked about those.
 */
export function createEndedRights(): EndedRights {
  const changes = new LRUCache<string, RightsChanged>({ max: maxRemembered, ttl: rememberedMs });
  return {
    note: (change) => {
      const subject = subjectOf(change);
      if (subject !== null) changes.set(subject, change);
    },
    hasEnded: (caller) => {
      const { viewer } = caller;
      if (changes.size === 0 || viewer.kind !== 'user') return false;
      const { userId, sessionId, organizationId } = viewer;
      const own = [
        ofSession(sessionId),
        ofUser(userId),
        ...(organizationId === null
          ? []
          : [ofOrganization(organizationId), ofMember(organizationId, userId)]),
      ];
      return own.some((subject) => {
        const change = changes.get(subject);
        return change !== undefined && isConcerned(caller, change);
      });
    },
  };
}

function subjectOf({ organizationId, userId, apiKeyId, sessionId }: RightsChanged): string | null {
  if (apiKeyId !== null) return null;
  if (sessionId !== null) return ofSession(sessionId);
  if (userId === null) return organizationId === null ? null : ofOrganization(organizationId);
  return organizationId === null ? ofUser(userId) : ofMember(organizationId, userId);
}

const ofSession = (id: string) => `session ${id}`;
const ofUser = (id: string) => `user ${id}`;
const ofOrganization = (id: string) => `organization ${id}`;
const ofMember = (organizationId: string, userId: string) => `member ${organizationId} ${userId}`;
