import { denied } from '@finflow/shared/graphql/authorization';
import type { UserViewer } from '@finflow/shared/viewer';
import { asUser } from './caller.ts';
import type { Room } from './room.ts';

/**
 * The signed-in user who calls. The schema's directives let nobody else come here but programs with an API key, to whom
 * what belongs to a person is refused.
 * @throws GraphQLError FORBIDDEN to an API key
 * @throws Error when it is somebody else: a field lacks its directive
 */
export function viewerUser({ viewer }: Room): UserViewer {
  if (viewer.kind === 'partner') throw denied(viewer);
  if (viewer.kind !== 'user')
    throw new Error('A field for signed-in users was reached by another.');
  return viewer;
}

/** Runs `work` with the rights of the signed-in user who calls. */
export const asViewer = <T>(room: Room, work: () => T): T => asUser(viewerUser(room).userId, work);
