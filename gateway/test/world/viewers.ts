import { newId } from '@finflow/shared/ids';
import { scopesOf, type UserViewer } from '@finflow/shared/viewer';

/** Somebody signed in: an owner with all that owners may, of an organization of his own unless told otherwise. */
export const newUser = (user: Partial<UserViewer> = {}): UserViewer => ({
  kind: 'user',
  userId: newId(),
  sessionId: newId(),
  organizationId: newId(),
  role: 'OWNER',
  scopes: scopesOf.OWNER,
  ...user,
});
