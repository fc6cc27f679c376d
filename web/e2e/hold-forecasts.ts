import { openHouseDatabase } from './house-database.ts';

/** Nobody can read a forecast until it is released: analytics waits in its database, as it would for a slow one. */
export async function holdForecasts(): Promise<{ release(): Promise<void> }> {
  const database = await openHouseDatabase('analytics');
  await database.query('begin; lock table forecast in access exclusive mode');
  return {
    release: async () => {
      await database.query('commit');
      await database.end();
    },
  };
}
