import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** The model that everybody begins with. */
export const generalVersion = 0;

/** Which model is used, and which change said so. */
export async function activeModel(
  em: SqlEntityManager,
): Promise<{ readonly version: number; readonly revision: number }> {
  const [latest] = await em.execute<{ version: number; revision: number }[]>(
    'select version, revision from category_model_change order by revision desc limit 1',
  );
  return latest ?? { version: generalVersion, revision: 0 };
}
