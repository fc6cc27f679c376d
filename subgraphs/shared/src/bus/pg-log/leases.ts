import type { ClientBase } from 'pg';
import { partitionCount } from './schema.ts';

/**
 * Which partitions one member of a group reads. Leases are advisory locks of the member's own session, and so is
 * its place in the count of members: whoever dies or loses the connection gives everything back at that
 * moment, with no clock to agree on, and can commit nothing any more.
 */
export interface Leases {
  readonly held: ReadonlySet<number>;
  /** Takes up to a fair share of the free partitions, gives back what is more than that. */
  balance(): Promise<void>;
}

/** Second half of the lock key: partitions count from 0, members from here. */
const firstMember = 1_000;
const maxMembers = 1_000;

/** Joins a group on this session. Never more members than partitions have work; the rest stand by. */
export async function joinGroup(client: ClientBase, group: string): Promise<Leases> {
  await takeMemberSlot(client, group);
  const held = new Set<number>();
  return {
    held,
    balance: async () => {
      const share = Math.ceil(partitionCount / (await countMembers(client, group)));
      for (const partition of [...held].slice(share)) {
        await client.query('select pg_advisory_unlock(hashtext($1), $2)', [group, partition]);
        held.delete(partition);
      }
      for (let partition = 0; partition < partitionCount && held.size < share; partition += 1) {
        if (!held.has(partition) && (await tryLock(client, group, partition))) held.add(partition);
      }
    },
  };
}

async function takeMemberSlot(client: ClientBase, group: string): Promise<void> {
  for (let slot = firstMember; slot < firstMember + maxMembers; slot += 1) {
    if (await tryLock(client, group, slot)) return;
  }
  throw new Error(`The group ${group} has more than ${maxMembers} members.`);
}

async function tryLock(client: ClientBase, group: string, place: number): Promise<boolean> {
  const tried = await client.query<{ taken: boolean }>({
    name: 'try lock',
    text: 'select pg_try_advisory_lock(hashtext($1), $2) as taken',
    values: [group, place],
  });
  return tried.rows[0]?.taken === true;
}

async function countMembers(client: ClientBase, group: string): Promise<number> {
  const found = await client.query<{ members: string }>({
    name: 'count members',
    text: `select count(*) as members from pg_locks
      where locktype = 'advisory' and granted and objid >= $2
        and classid = (hashtext($1)::bigint & 4294967295)::oid
        and database = (select oid from pg_database where datname = current_database())`,
    values: [group, firstMember],
  });
  return Math.max(1, Number(found.rows[0]?.members ?? 1));
}
