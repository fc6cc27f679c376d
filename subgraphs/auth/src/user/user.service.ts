import type { Role } from '@finflow/shared/viewer';
import { isRefusal, type Refusal } from '@finflow/shared/refusal';
import { Membership } from '../organization/membership.entity.ts';
import type { Room } from '../room.ts';
import { asViewer, viewerUser } from '../viewer-user.ts';
import { readUserName } from './user-name.ts';
import { User } from './user.entity.ts';

/** The caller as they stand now. Rights are those of the access token, as long as the membership lasts. */
export type Me = {
  readonly user: User;
  readonly organizationId: string | null;
  readonly role: Role | null;
  readonly scopes: readonly string[];
  readonly memberships: readonly Membership[];
};

/** Who calls, and what they belong to. Null when the user is no more. */
export function me(room: Room): Promise<Me | null> {
  const viewer = viewerUser(room);
  return asViewer(room, async () => {
    const user = await room.em.findOne(User, { id: viewer.userId });
    if (!user) return null;
    const memberships = await room.em.find(
      Membership,
      { userId: user.id },
      { orderBy: { createdAt: 'asc' } },
    );
    const acting = memberships.find((m) => m.organizationId === viewer.organizationId);
    return {
      user,
      organizationId: acting?.organizationId ?? null,
      role: acting ? viewer.role : null,
      scopes: acting ? viewer.scopes : [],
      memberships,
    };
  });
}

/**
 * Renames the caller.
 * @returns the user, or INVALID_NAME
 */
export async function updateProfile(
  input: { readonly name: string },
  room: Room,
): Promise<User | Refusal<'InvalidInput'>> {
  const draft = readUserName(input.name);
  if (isRefusal(draft)) return draft;
  return asViewer(room, () =>
    room.em.transactional(async (tx) => {
      const user = await tx.findOneOrFail(User, { id: viewerUser(room).userId });
      user.name = draft.name;
      return user;
    }),
  );
}
