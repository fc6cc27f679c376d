import DataLoader from 'dataloader';
import { isId } from '@finflow/shared/ids';
import { Organization } from './organization/organization.entity.ts';
import type { Room } from './room.ts';
import { User } from './user/user.entity.ts';
import { asViewer } from './viewer-user.ts';

/** Batched reads of one operation. Null where there is none, or none that the viewer may see. */
export type Loaders = {
  readonly users: DataLoader<string, User | null>;
  readonly organizations: DataLoader<string, Organization | null>;
};

export const createLoaders = (room: Room): Loaders => ({
  users: new DataLoader((ids) => find(room, ids, (known) => room.em.find(User, { id: known }))),
  organizations: new DataLoader((ids) =>
    find(room, ids, (known) => room.em.find(Organization, { id: known })),
  ),
});

/** Only for a signed-in user; which rows they may see, row-level security decides. */
async function find<T extends { id: string }>(
  room: Room,
  ids: readonly string[],
  query: (ids: string[]) => Promise<T[]>,
): Promise<(T | null)[]> {
  const rows =
    room.viewer.kind === 'user' ? await asViewer(room, () => query(ids.filter(isId))) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
