import { LockMode } from '@mikro-orm/core';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { newEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import { recordEvent } from '@finflow/shared/outbox/record-event';
import { isRefusal, refuse, type Refusal } from '@finflow/shared/refusal';
import type { Room } from '../room.ts';
import { Session } from '../session/session.entity.ts';
import { sessionOver, signIn, type SignedIn } from '../session/signed-in.ts';
import { asViewer, viewerUser } from '../viewer-user.ts';
import { Membership } from './membership.entity.ts';
import { openOrganization } from './open-organization.ts';
import { readOrganizationName } from './organization-draft.ts';
import { Organization } from './organization.entity.ts';

const maxMemberships = 50;

/**
 * Opens a further organization that the caller owns, and takes their session there.
 * @returns the session, with a new access token, or INVALID_NAME, TOO_MANY_ORGANIZATIONS, SESSION_OVER
 */
export async function createOrganization(
  input: { readonly name: string; readonly baseCurrency: string },
  room: Room,
): Promise<SignedIn | Refusal<'InvalidInput' | 'Conflict' | 'NotSignedIn'>> {
  const draft = readOrganizationName(input.name, 'name');
  if (isRefusal(draft)) return draft;
  const id = newId(+room.clock.now());
  const organization = { id, name: draft.name, baseCurrency: input.baseCurrency, isDemo: false };
  const opened = await asViewer(room, () => inOrganization(id, () => open(organization, room)));
  return isRefusal(opened) ? opened : signIn(opened.session, opened.membership, null, room);
}

/**
 * Renames the organization in which the caller acts.
 * @returns it, or INVALID_NAME, NO_ORGANIZATION
 */
export async function updateOrganization(
  input: { readonly name: string },
  room: Room,
): Promise<Organization | Refusal<'InvalidInput'>> {
  const draft = readOrganizationName(input.name, 'name');
  if (isRefusal(draft)) return draft;
  const { organizationId } = viewerUser(room);
  return asViewer(room, () =>
    room.em.transactional(async (tx) => {
      const organization = organizationId
        ? await tx.findOne(Organization, { id: organizationId })
        : null;
      if (!organization) return noOrganization();
      organization.name = draft.name;
      await recordEvent(tx, renamed(organization, room));
      return organization;
    }),
  );
}

/** Others keep the name too: payers and documents must show the new one. */
const renamed = ({ id: organizationId, name }: Organization, { clock }: Room) =>
  newEvent(
    'organization_updated',
    { source: '/auth', subject: organizationId, organizationId, data: { organizationId, name } },
    clock,
  );

type Opening = Pick<Organization, 'id' | 'name' | 'baseCurrency' | 'isDemo'>;

function open(organization: Opening, room: Room) {
  const { userId, sessionId } = viewerUser(room);
  return room.em.transactional(async (tx) => {
    const session = await tx.findOne(
      Session,
      { id: sessionId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!session?.isLive(room.clock.now())) return sessionOver();
    if ((await tx.count(Membership, { userId })) >= maxMemberships) return tooMany();
    const membership = await openOrganization(
      tx,
      { ...organization, createdBy: userId },
      room.clock,
    );
    session.organizationId = organization.id;
    return { session, membership };
  });
}

const tooMany = () =>
  refuse(
    'Conflict',
    'TOO_MANY_ORGANIZATIONS',
    `You belong to ${maxMemberships} organizations. That is the limit.`,
  );

const noOrganization = () =>
  refuse('InvalidInput', 'NO_ORGANIZATION', 'You act in no organization. Open one first.');
