import { accessTokenSeconds } from '@finflow/shared/access-token';
import type { FinflowEvent } from '@finflow/shared/events/envelope';
import type { Topic } from '@finflow/shared/events/topics';
import type { Role } from '@finflow/shared/viewer';
import type { Caller } from './read-viewer.ts';

/** Whose rights are no more, or other ones: all that is named must fit; null stands for any. */
export type RightsChanged = {
  readonly organizationId: string | null;
  readonly userId: string | null;
  readonly apiKeyId: string | null;
  readonly sessionId: string | null;
  /** Of a membership: which role counts from now on, null for none. Left out: nothing is left of the rights. */
  readonly role?: Role | null;
  /** When it was told. */
  readonly at: Date;
};

/** The topics that tell of it. */
export const rightsTopics: readonly Topic[] = [
  'member_changed',
  'user_deleted',
  'organization_deleted',
  'api_key_revoked',
  'session_revoked',
];

/** Whose rights an event ends or changes; null when nobody's. */
export function rightsChangeOf({ type, data, time }: FinflowEvent): RightsChanged | null {
  const anybody = { ...nobodyNamed, at: new Date(time) };
  if (type === 'finflow.member_changed.v1')
    return { ...anybody, ...pick(data), userId: data.userId, role: data.role };
  if (type === 'finflow.user_deleted.v1') return { ...anybody, userId: data.userId };
  if (type === 'finflow.organization_deleted.v1') return { ...anybody, ...pick(data) };
  if (type === 'finflow.api_key_revoked.v1') {
    return { ...anybody, ...pick(data), apiKeyId: data.apiKeyId };
  }
  if (type === 'finflow.session_revoked.v1') {
    return { ...anybody, userId: data.userId, sessionId: data.sessionId };
  }
  return null;
}

/**
 * Whether a change of rights concerns the caller. Whose credential knows of his new role already is not concerned, nor whose was
 * issued after it: that may know of a role which this gateway has not heard of yet.
 */
export function isConcerned({ viewer, expiresAt }: Caller, change: RightsChanged): boolean {
  const { organizationId, userId, apiKeyId, sessionId, role, at } = change;
  const isOrganization =
    organizationId === null ||
    (viewer.kind !== 'anonymous' && viewer.organizationId === organizationId);
  const isUser = userId === null || (viewer.kind === 'user' && viewer.userId === userId);
  const isKey = apiKeyId === null || (viewer.kind === 'partner' && viewer.apiKeyId === apiKeyId);
  const isSession =
    sessionId === null || (viewer.kind === 'user' && viewer.sessionId === sessionId);
  const isOther =
    role === undefined ||
    viewer.kind !== 'user' ||
    (viewer.role !== role && !isIssuedAfter(expiresAt, at));
  return isOrganization && isUser && isKey && isSession && isOther;
}

/**
 * How long after a change was told a token may still be issued with the role of before: it was told inside a transaction, and a
 * token says whole seconds.
 */
const unsureMs = 5_000;

const isIssuedAfter = (expiresAt: Date | null, at: Date): boolean =>
  expiresAt !== null && expiresAt.getTime() - accessTokenSeconds * 1000 > at.getTime() + unsureMs;

const pick = ({ organizationId }: { readonly organizationId: string }) => ({ organizationId });

const nobodyNamed: Omit<RightsChanged, 'at'> = {
  organizationId: null,
  userId: null,
  apiKeyId: null,
  sessionId: null,
};
