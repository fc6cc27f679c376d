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
import { openOrganization, type NewOrganization } from './open-organization.ts';
import { readOrganizationName } from './organization-draft.ts';
import { Organization } from './organization.entity.ts';
import { readPlace, type Place, type PlaceInput } from './organization-place.ts';

const maxMemberships = 50;

/**
 * Opens a further organization that the caller owns, and takes their session there.
 * @returns the session, with a new access token, or INVALID_NAME, TOO_MANY_ORGANIZATIONS, SESSION_OVER, or what readPlace refuses
 */
export async function createOrganization(
  input: PlaceInput & { readonly name: string; readonly baseCurrency: string },
  room: Room,
): Promise<SignedIn | Refusal<'InvalidInput' | 'Conflict' | 'NotSignedIn'>> {
  const draft = readOrganizationName(input.name, 'name');
  if (isRefusal(draft)) return draft;
  const place = readPlace(input);
  if (isRefusal(place)) return place;
  const id = newId(+room.clock.now());
  const { baseCurrency } = input;
  const organization = { id, name: draft.name, baseCurrency, ...place, isDemo: false };
  const opened = await asViewer(room, () => inOrganization(id, () => open(organization, room)));
  return isRefusal(opened) ? opened : signIn(opened.session, opened.membership, null, room);
}

/**
 * Changes the name and the place of the organization in which the caller acts.
 * @returns it, or INVALID_NAME, NO_ORGANIZATION, or what readPlace refuses
 */
export async function updateOrganization(
  input: PlaceInput & { readonly name: string },
  room: Room,
): Promise<Organization | Refusal<'InvalidInput'>> {
  const draft = readOrganizationName(input.name, 'name');
  if (isRefusal(draft)) return draft;
  const { organizationId } = viewerUser(room);
  return asViewer(room, () =>
    room.em.transactional(async (tx) => {
      // Locked, or of two changes at once the later event could tell what the other one has just changed.
      const organization = organizationId
        ? await tx.findOne(
            Organization,
            { id: organizationId },
            { lockMode: LockMode.PESSIMISTIC_WRITE },
          )
        : null;
      if (!organization) return noOrganization();
      const place = readPlace(input, placeOf(organization));
      if (isRefusal(place)) return place;
      tx.assign(organization, { name: draft.name, ...place });
      await recordEvent(tx, updated(organization, room));
      return organization;
    }),
  );
}

/** Others keep it too: documents show the name, forecasts keep the holidays. */
function updated(organization: Organization, { clock }: Room) {
  const { id: organizationId, name } = organization;
  const data = { organizationId, name, ...placeOf(organization) };
  const about = { source: '/auth', subject: organizationId, organizationId };
  return newEvent('organization_updated', { ...about, data }, clock);
}

const placeOf = ({ country = null, timeZone }: Organization): Place => ({ country, timeZone });

type Opening = Omit<NewOrganization, 'createdBy'>;

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
