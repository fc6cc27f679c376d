import { type ProvisionedDatabase, provisionDatabase } from '@finflow/shared/database/provision';

const rooms = ['auth', 'payments', 'accounting', 'analytics', 'events'] as const;

/** One database for each subgraph, and one for the event log. */
export type LocalDatabases = Readonly<Record<(typeof rooms)[number], ProvisionedDatabase>>;

/** Makes the laptop's databases and roles; may be repeated. */
export async function provisionLocal(
  superuserUrl: string,
  password: string,
): Promise<LocalDatabases> {
  const made: Partial<Record<(typeof rooms)[number], ProvisionedDatabase>> = {};
  for (const room of rooms) {
    made[room] = await provisionDatabase({
      superuserUrl,
      database: `finflow_${room}`,
      ownerPassword: password,
      appPassword: password,
    });
  }
  return made as LocalDatabases;
}
