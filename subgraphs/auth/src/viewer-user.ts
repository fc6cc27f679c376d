import type { UserViewer } from '@finflow/shared/access-token';
import { asUser } from './caller.ts';
import type { Room } from './room.ts';

/**
 * The signed-in user who calls. The schema's directives let nobody else come here.
 * @throws Error when it is somebody else: a field lacks its directive
 */
export function viewerUser({ viewer }: Room): UserViewer {
  if (viewer.kind !== 'user')
    throw new Error('A field for signed-in users was reached by another.');
  return viewer;
}

/** Runs `work` with the rights of the signed-in user who calls. */
export const asViewer = <T>(room: Room, work: () => T): T => asUser(viewerUser(room).userId, work);
